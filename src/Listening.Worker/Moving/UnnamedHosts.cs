using Listening.Polling;
using Listening.Stores;
using Listening.Worker.Answers;

namespace Listening.Worker.Moving;

/// <summary>
/// Hosts that the store knows as read for what is followed, and that the settings here do not name. A worker forgets how far they were read,
/// unless their whole platform is off.
/// </summary>
internal sealed class UnnamedHosts(ITrackingStore tracking, IEnumerable<IPostSource> sources)
{
    public async Task<IReadOnlyList<SourceName>> ListAsync(CancellationToken ct)
    {
        var platforms = sources.Select(source => source.Platform).ToHashSet(StringComparer.Ordinal);
        var named = sources.SelectMany(source => source.Hosts.Select(host => new SourceName(source.Platform, host)));
        var read = (await tracking.PollStatesAsync(dueBy: null, ct)).Select(state => new SourceName(state.Target.Platform, state.Target.Host));
        return [.. read.Where(host => platforms.Contains(host.Platform)).Except(named).OrderBy(host => host.Platform, StringComparer.Ordinal).ThenBy(host => host.Host, StringComparer.Ordinal)];
    }
}
