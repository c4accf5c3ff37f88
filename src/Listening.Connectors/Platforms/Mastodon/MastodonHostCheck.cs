using System.Net;
using System.Text.Json;
using Listening.Connectors.Json;
using Listening.Polling;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Whether a host shows hashtag timelines to anonymous readers, and what it says of itself.</summary>
internal sealed class MastodonHostCheck(MastodonApi api, IOptions<MastodonOptions> options) : IHostCheck
{
    // Any hashtag will do: a host that has none of it answers with an empty list.
    private const string ProbedHashtag = "mastodon";

    public string Platform => MastodonNames.Platform;

    public async Task<HostReport> CheckAsync(string host, CancellationToken ct)
    {
        var asked = options.Value.ConfiguredHosts().First(known => known.Name == host);
        var timeline = await api.TagTimelineAsync(asked, ProbedHashtag, minId: null, maxId: null, ct);
        _ = MastodonAnswers.Entries(timeline);
        var ahead = timeline.Date - timeline.RequestedAt;
        var instance = await api.InstanceAsync(asked, ct);
        if (instance.Status != HttpStatusCode.OK || !JsonBody.TryParse(JsonBody.Decode(instance.Body.Span), out var json))
        {
            return new HostReport(null, null, ahead);
        }

        var version = json.TextOrNull("version");
        return new HostReport(version is null ? null : $"Mastodon {version}", Terms(json), ahead);
    }

    private static Uri? Terms(JsonElement instance)
    {
        var urls = instance.Object("configuration")?.Object("urls");
        var link = urls?.TextOrNull("terms_of_service") ?? urls?.TextOrNull("about") ?? urls?.TextOrNull("privacy_policy");
        return Uri.TryCreate(link, UriKind.Absolute, out var terms) ? terms : null;
    }
}
