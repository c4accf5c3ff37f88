using Listening.Polling;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Whether a host shows hashtag timelines to us, what it says of itself, and what would make it show more.</summary>
internal sealed class MastodonHostCheck(MastodonTimelines timelines, MastodonInstances instances, MastodonTokens tokens, IOptions<MastodonOptions> options) : IHostCheck
{
    // Any hashtag will do: a host that has none of it answers with an empty list.
    private const string ProbedHashtag = "mastodon";

    public string Platform => MastodonNames.Platform;

    public async Task<HostReport> CheckAsync(string host, CancellationToken ct)
    {
        var asked = options.Value.HostNamed(host);
        var report = new HostReport(Software: null, Terms: null, Ahead: null) { HasToken = tokens.Has(asked) };
        try
        {
            var instance = await instances.OfAsync(asked, ct);
            report = report with
            {
                Software = instance.Version is null ? null : $"Mastodon {instance.Version}",
                Terms = instance.Terms,
                Access = instance.Access?.Words,
            };
            var timeline = await timelines.AskAsync(asked, ProbedHashtag, minId: null, maxId: null, ct);
            _ = MastodonAnswers.Entries(timeline);
            return report with { Ahead = timeline.Date - timeline.RequestedAt, Remedy = report.HasToken ? null : ToSeeMore(host, instance.Access) };
        }
        catch (AuthenticationFailedException e)
        {
            return report with { Refusal = e.Message, Remedy = MastodonAnswers.Remedy(host) };
        }
    }

    private static string? ToSeeMore(string host, MastodonAccess? access) => access is { Anonymous: MastodonFeed.Remote } or { Anonymous: MastodonFeed.Local, Remote: "authenticated" }
        ? $"to read the rest, {MastodonAnswers.Remedy(host)}"
        : null;
}
