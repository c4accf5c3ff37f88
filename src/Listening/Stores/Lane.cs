namespace Listening.Stores;

/// <summary>What one worker at a time does where several share a store: ask a host, or one of the jobs named here.</summary>
/// <param name="Kind">The host's platform, or <c>job</c>, or <c>worker</c>.</param>
/// <param name="Name">The host as its platform names it; no <c>|</c> in either part.</param>
public sealed record Lane(string Kind, string Name)
{
    private const string Workers = "worker";

    /// <summary>Deciding and sending alerts: two who look at the same moment could open one episode twice.</summary>
    public static Lane Alerts { get; } = new("job", "alerts");

    /// <summary>Taking away what is older than it may be.</summary>
    public static Lane Retention { get; } = new("job", "retention");

    /// <summary>The lane that every worker holds for itself alone: whose it is, runs.</summary>
    public static Lane OfWorker(string worker) => new(Workers, worker);

    /// <summary>Whether it is one of <see cref="OfWorker"/>.</summary>
    public bool IsOfWorker => Kind == Workers;

    public override string ToString() => $"{Kind}|{Name}";

    /// <summary>Reads back what <see cref="ToString"/> wrote.</summary>
    public static Lane Parse(string text)
    {
        var parts = text.Split('|', 2);
        return new(parts[0], parts[1]);
    }
}
