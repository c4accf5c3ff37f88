using System.Globalization;
using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;
using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary>Looks at everything that has to be right before anything can be collected.</summary>
internal sealed class Doctor(IServiceProvider services, Settings settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>What a Date header, cut to the second and some time under way, may differ from a good clock.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();

    public static DoctorCheck WrongSettings(string sentence) => new("settings", Ok: false, sentence, "correct this setting, then ask again");

    public static DoctorCheck Unicode() => Icu.IsThere
        ? new("unicode", Ok: true, "hashtags fold by Unicode's rules", null)
        : new("unicode", Ok: false, "Unicode data is missing, so hashtags could not be told apart", Icu.Remedy);

    public async Task<DoctorAnswer> ExamineAsync(CancellationToken ct)
    {
        var store = await StoreAsync(ct);
        var health = await HealthAsync(ct);
        var hosts = await Task.WhenAll(services.GetServices<IPostSource>().SelectMany(source => source.Hosts.Select(
            host => HostAsync(health.FirstOrDefault(known => known.Platform == source.Platform && known.Host == host) ?? new SourceHealth { Platform = source.Platform, Host = host }, ct))));
        return new DoctorAnswer(
        [
            OurSettings(),
            Unicode(),
            store,
            .. (await services.GetRequiredService<IStore>().ExamineAsync(ct)).Select(check => new DoctorCheck(check.Name, check.IsOk, check.Detail, check.Remedy)),
            .. hosts.Select(host => host.Check),
            Clock([.. hosts.Select(host => host.Ahead).OfType<TimeSpan>()]),
        ]);
    }

    private DoctorCheck OurSettings() => settings.Warnings.Count == 0
        ? new DoctorCheck("settings", Ok: true, "all understood", null)
        : new DoctorCheck("settings", Ok: false, string.Join(' ', settings.Warnings), "correct or remove these settings");

    private async Task<DoctorCheck> StoreAsync(CancellationToken ct)
    {
        try
        {
            var store = services.GetRequiredService<IStore>();
            await store.PrepareAsync(ct);
            await store.CheckWritableAsync(ct);
            var info = await store.InfoAsync(ct);
            return new DoctorCheck("store", Ok: true, $"{info.Kind} at {info.Location}, {Words.Count(info.Posts, "post")}", null);
        }
        catch (StoreUnavailableException e)
        {
            return new DoctorCheck("store", Ok: false, e.Message, settings.UsesElasticsearch ? "start Elasticsearch, or correct Storage:Elasticsearch" : "give a folder that can be written to with --data DIR");
        }
    }

    private async Task<(DoctorCheck Check, TimeSpan? Ahead)> HostAsync(SourceHealth known, CancellationToken ct)
    {
        var (platform, host) = (known.Platform, known.Host);
        var name = $"{platform} {host}";
        var check = services.GetServices<IHostCheck>().FirstOrDefault(check => check.Platform == platform);
        if (check is null)
        {
            return (new DoctorCheck(name, Ok: true, "configured; this platform cannot be looked at", null), null);
        }

        // A wait that the host demanded holds for us too; one of our own is what people come here to see ended.
        if (known.IsDemanded && !known.IsAvailable(_time.GetUtcNow()))
        {
            return (Waits(name, known), null);
        }

        try
        {
            var report = await check.CheckAsync(host, ct).WaitAsync(Patience, _time, ct);
            return (Host(name, report), report.Ahead);
        }
        catch (RateLimitedException e)
        {
            var waiting = known.Demanded(e.Until ?? _time.GetUtcNow() + SourceHealth.UnstatedWait, e.Message, e.Budget);
            await RememberAsync(waiting, ct);
            return (Waits(name, waiting), null);
        }
        catch (PlatformException e)
        {
            return (new DoctorCheck(name, Ok: false, e.Message, "see whether this computer reaches it, or name other hosts in the settings"), null);
        }
        catch (TimeoutException)
        {
            return (new DoctorCheck(name, Ok: false, $"no answer within {Patience.TotalSeconds} s", "see whether this computer reaches it, or name other hosts in the settings"), null);
        }
    }

    private static DoctorCheck Waits(string name, SourceHealth health) => new(
        name, Ok: false, health.Reason ?? "it asked us to wait", $"nothing to do: it is asked again from {ListeningJson.Format(health.AvailableAt!.Value)} on, and not before");

    // Nothing where the store is down, which has a line of its own.
    private async Task<IReadOnlyList<SourceHealth>> HealthAsync(CancellationToken ct)
    {
        try
        {
            return await services.GetRequiredService<ITrackingStore>().HealthAsync(ct);
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }

    private async Task RememberAsync(SourceHealth health, CancellationToken ct)
    {
        try
        {
            await services.GetRequiredService<ITrackingStore>().SaveHealthAsync(health, ct);
        }
        catch (StoreUnavailableException)
        {
            // The store has a line of its own.
        }
    }

    private static DoctorCheck Host(string name, HostReport report)
    {
        string?[] known =
        [
            report.Refusal?.TrimEnd('.') ?? (report.HasToken ? "answers with its token" : "answers anonymous calls"),
            report.Software,
            report.Access,
            report.HasToken ? "a token is set" : "no token is set",
            report.Terms is null ? null : $"its terms: {report.Terms}",
        ];
        return new DoctorCheck(name, Ok: report.Refusal is null, string.Join("; ", known.OfType<string>()), report.Remedy);
    }

    private static DoctorCheck Clock(IReadOnlyList<TimeSpan> ahead)
    {
        if (ahead.Count == 0)
        {
            return new DoctorCheck("clock", Ok: true, "no host said what time it is", null);
        }

        var median = ahead.Order().ElementAt(ahead.Count / 2);
        var seconds = Math.Round(Math.Abs(median.TotalSeconds));
        var detail = seconds < 2 ? "agrees with the hosts" : string.Create(CultureInfo.InvariantCulture, $"{seconds} s {(median > TimeSpan.Zero ? "behind" : "ahead of")} the hosts");
        return median.Duration() <= ClockTolerance
            ? new DoctorCheck("clock", Ok: true, detail, null)
            : new DoctorCheck("clock", Ok: false, detail, "set this computer's clock, best by NTP");
    }
}
