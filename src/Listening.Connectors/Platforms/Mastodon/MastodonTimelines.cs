using System.Collections.Concurrent;
using Listening.Connectors.Http;
using Listening.Polling;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>
/// Asks for as much of a hashtag's timeline as the host shows us: everything with a token, else what its access policy leaves to anonymous
/// readers. 401 and 422 are not repeated; only the part that is left is asked for, once.
/// </summary>
internal sealed class MastodonTimelines(MastodonApi api, MastodonInstances instances, MastodonTokens tokens, TimeProvider time)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Narrowed> _narrowed = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Refusal> _refusedTokens = new(StringComparer.Ordinal);

    /// <summary>One answer, good or bad; directly after <paramref name="minId"/>, directly before <paramref name="maxId"/>, or from the top.</summary>
    /// <exception cref="PlatformException">There is no answer, or nothing that we may ask for.</exception>
    public async Task<HttpAnswer> AskAsync(PlatformHost host, string hashtag, string? minId, string? maxId, CancellationToken ct)
    {
        var startedAt = time.GetUtcNow();
        ThrowWhereTheTokenWasRefused(host, startedAt);
        var instance = await instances.OfAsync(host, ct);
        var feed = FeedOf(host, instance, startedAt);
        var answer = await api.TagTimelineAsync(host, hashtag, feed, minId, maxId, ct);
        if (!MastodonAnswers.WantsAccount(answer))
        {
            return answer;
        }

        if (answer.WithToken)
        {
            _refusedTokens[host.Name] = new Refusal(MastodonAnswers.Refusal(answer), startedAt);
            return answer;
        }

        instance = await instances.OfAsync(host, ct, since: startedAt);
        if (Left(instance.Access, feed) is not { } left)
        {
            return answer;
        }

        var second = await api.TagTimelineAsync(host, hashtag, left, minId, maxId, ct);
        if (!MastodonAnswers.WantsAccount(second))
        {
            _narrowed[host.Name] = new Narrowed(left, instance, startedAt);
        }

        return second;
    }

    private MastodonFeed FeedOf(PlatformHost host, MastodonInstance instance, DateTimeOffset now) =>
        tokens.Has(host) || instance.Access is not { } access ? Narrow(host, instance, now, MastodonFeed.All)
        : access.Anonymous is { } feed ? Narrow(host, instance, now, feed)
        : throw new AuthenticationFailedException($"{host.Name} {access.Words}: {(access.IsClosed ? MastodonAnswers.LeaveOut : MastodonAnswers.Remedy(host.Name))}");

    // What was found to be left holds for a day, or until the host has said anew what it shows.
    private MastodonFeed Narrow(PlatformHost host, MastodonInstance instance, DateTimeOffset now, MastodonFeed feed) =>
        _narrowed.TryGetValue(host.Name, out var narrowed) && ReferenceEquals(narrowed.Instance, instance) && now < narrowed.At + Day ? narrowed.Feed : feed;

    private static MastodonFeed? Left(MastodonAccess? access, MastodonFeed refused) => access?.Anonymous switch
    {
        { } shown when shown != refused => shown,
        null when access is not null => null,
        _ => refused == MastodonFeed.All ? MastodonFeed.Local : null,
    };

    // A revoked token does not come back, and asking with it only looks like guessing; once a day, in case the host was wrong.
    private void ThrowWhereTheTokenWasRefused(PlatformHost host, DateTimeOffset now)
    {
        if (_refusedTokens.TryGetValue(host.Name, out var refusal) && now < refusal.At + Day)
        {
            throw new AuthenticationFailedException(refusal.Sentence);
        }
    }

    private sealed record Narrowed(MastodonFeed Feed, MastodonInstance Instance, DateTimeOffset At);

    private sealed record Refusal(string Sentence, DateTimeOffset At);
}
