using Listening.Worker.Demo.Fediverse;
using Listening.Worker.Demo.Fediverse.Faults;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>
/// What goes wrong on the hosts, while the past is read and while the turn plays. With <c>LISTENING_TEST_LONG_FAULTS=1</c> a host is silent for
/// 30 seconds at both times and another one is out for two minutes; a run then takes about eight minutes.
/// </summary>
internal static class FederationFaults
{
    private static readonly bool AreLong = Environment.GetEnvironmentVariable("LISTENING_TEST_LONG_FAULTS") == "1";

    // Clearly longer than a worker waits of its own accord after a first failure.
    private static readonly TimeSpan Demanded = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Outage = AreLong ? TimeSpan.FromMinutes(2) : TimeSpan.FromSeconds(2.5);

    /// <summary>Longer than any host is out during the turn, back-off included: a host that cannot answer has no vote, so the confirmation of a deletion must outlast it.</summary>
    public static readonly TimeSpan LongestOutage = Outage + TimeSpan.FromSeconds(AreLong ? 15 : 3.5);

    public static void WhileThePastIsRead(ScriptedFediverse fediverse, DateTimeOffset now)
    {
        fediverse[FederationScript.Refusing].Faults.Always(new ErrorStatus(403, "This action is not allowed"));
        Sprinkle(fediverse[FederationScript.Open], 2, new HtmlPage(200, "Log in"), new HalfBody(), new ErrorStatus(500), new ConnectionReset(), new HtmlPage(503), new SlowDrip(TimeSpan.FromMilliseconds(20), 2000));
        Sprinkle(
            fediverse[FederationScript.Old],
            3,
            new TooManyRequests { RetryAfter = Demanded },
            new TooManyRequests(),
            new TooManyRequests { RetryAt = now.AddSeconds(18) },
            new ErrorStatus(503));
        SilenceFor(fediverse[FederationScript.Open], now.AddSeconds(3));
        Sprinkle(fediverse[FederationScript.Plain], 1, new Late(TimeSpan.FromMilliseconds(400)), new ConnectionReset(), new Redirect(fediverse[FederationScript.Unasked].BaseAddress), new HalfBody(), new Stall());
    }

    /// <summary>Completes when everything works again.</summary>
    public static async Task DuringAsync(ScriptedFediverse fediverse, FederationTurn turn)
    {
        fediverse[FederationScript.Old].Faults.During(new ScriptedOutage(turn.At.AddSeconds(1), turn.At.AddSeconds(2.5), new HtmlPage(200, "Log in")));
        fediverse[FederationScript.Old].Faults.During(new ScriptedOutage(turn.At.AddSeconds(4), turn.At.AddSeconds(5), new TooManyRequests { ResetsAt = turn.At.AddSeconds(6.5) }));
        fediverse[FederationScript.Open].Faults.During(new ScriptedOutage(turn.At.AddSeconds(5), turn.At.AddSeconds(6.5), new ErrorStatus(503)));
        SilenceFor(fediverse[FederationScript.Open], turn.At.AddSeconds(7));
        Sprinkle(fediverse[FederationScript.Plain], 2, new HalfBody(), new HtmlPage(502), new TooManyRequests { RetryAfter = Demanded });
        var tight = fediverse[FederationScript.Tight];
        var stops = turn.At.AddSeconds(4);
        await UntilAsync(stops);
        await tight.StopAsync();
        await UntilAsync(stops + Outage);
        await tight.StartAsync(TestContext.Current.CancellationToken);
        await UntilAsync(turn.Ends);
        fediverse.Hosts.Where(host => host.Name != FederationScript.Refusing).ToList().ForEach(host => host.Faults.Clear());
    }

    // Every request of that time is taken and never answered.
    private static void SilenceFor(ScriptedHost host, DateTimeOffset from)
    {
        if (AreLong)
        {
            host.Faults.During(new ScriptedOutage(from, from + Silence, new Stall()));
        }
    }

    private static void Sprinkle(ScriptedHost host, int between, params IEnumerable<ScriptedFault> faults)
    {
        foreach (var fault in faults)
        {
            host.Faults.Next(null, between);
            host.Faults.Next(fault);
        }
    }

    private static Task UntilAsync(DateTimeOffset time) => time - TimeProvider.System.GetUtcNow() is var wait && wait > TimeSpan.Zero ? Scene.WaitAsync(wait) : Task.CompletedTask;
}
