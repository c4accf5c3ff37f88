using Listening.Connectors.Json;
using Listening.Polling;
using Microsoft.Extensions.Options;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>The history of seven days that a host keeps of each hashtag (platform page, 4).</summary>
internal sealed class MastodonProbe(MastodonApi api, IOptions<MastodonOptions> options) : IHashtagProbe
{
    public string Platform => MastodonNames.Platform;

    public async Task<HashtagActivity?> AskAsync(string host, string hashtag, CancellationToken ct)
    {
        var answer = await api.TagAsync(options.Value.HostNamed(host), MastodonFold.Fold(hashtag), ct);
        MastodonAnswers.Obey(answer);
        var days = MastodonAnswers.Document(answer)?.Items("history").ToArray() ?? [];
        return days.Length == 0 ? null : new HashtagActivity(host, days.Sum(day => day.Count("uses") ?? 0), days.Sum(day => day.Count("accounts") ?? 0), days.Length);
    }
}
