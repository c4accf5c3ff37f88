namespace Listening.Polling;

/// <summary>Looks once at a host of a platform, for <c>doctor</c>.</summary>
public interface IHostCheck
{
    /// <summary>Lower-case name of the platform.</summary>
    string Platform { get; }

    /// <summary>Throws <see cref="PlatformException"/> when the host does not answer; that it refuses us is part of the report.</summary>
    Task<HostReport> CheckAsync(string host, CancellationToken ct);
}
