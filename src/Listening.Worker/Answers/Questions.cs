using Listening.Alerts;
using Listening.Contributors;
using Listening.Posts;
using Listening.Rhythm;
using Listening.Stores;
using Listening.Tracking;

namespace Listening.Worker.Answers;

/// <summary>
/// The questions of the product, answered once: commands, HTTP API and page print what this returns. Hashtags are given folded. Throws
/// <see cref="BadQuestionException"/> for what cannot be asked and <see cref="StoreUnavailableException"/> when the store does not answer.
/// </summary>
internal sealed class Questions(
    IPostStore posts,
    ITrackingStore tracking,
    IAlertLog alerts,
    RankedAuthors rankedAuthors,
    NamedAuthors namedAuthors,
    ObservedHashtags observed,
    TimeProvider time)
{
    public static readonly TimeSpan DefaultRange = TimeSpan.FromDays(30);

    /// <summary>Null when it is not followed.</summary>
    public async Task<TrackedHashtag?> FindAsync(string hashtag, CancellationToken ct) =>
        (await tracking.HashtagsAsync(ct)).FirstOrDefault(followed => followed.Hashtag == hashtag);

    /// <summary>Throws <see cref="UnknownAuthorException"/> too.</summary>
    public async Task<SearchAnswer> SearchAsync(Hashtag hashtag, SearchQuestion question, CancellationToken ct)
    {
        var zone = await ZoneAsync(hashtag, ct);
        var (from, to) = Range(question.From, question.To, zone);
        if (question.Limit is < 1 or > 1000)
        {
            throw new BadQuestionException("The limit is a number from 1 to 1000.");
        }

        PostCursor? after = null;
        if (question.After is not null && (question.Sort == PostSort.Relevance || !PostCursor.TryParse(question.After, out after)))
        {
            throw new BadQuestionException("'after' takes the 'next' of the page before, and goes with the sorts newest and oldest only.");
        }

        var text = TextQuery.Parse(question.Text);
        if (text is null && !string.IsNullOrWhiteSpace(question.Text))
        {
            throw new BadQuestionException($"'{question.Text}' holds no word to search for.");
        }

        var result = await posts.SearchAsync(
            new PostQuery
            {
                Hashtag = hashtag.Folded,
                Text = text,
                From = from,
                To = to,
                AuthorKey = question.Author is { } author ? await namedAuthors.KeyAsync(author, ct) : null,
                Platform = question.Platform?.ToLowerInvariant(),
                Sort = question.Sort,
                Limit = question.Limit,
                After = after,
            },
            ct);
        return new SearchAnswer(hashtag.Folded, result.Total, result.Unsearchable, result.Posts, result.Next?.Encode());
    }

    public async Task<VolumeAnswer> VolumeAsync(Hashtag hashtag, VolumeQuestion question, CancellationToken ct)
    {
        var followed = await FindAsync(hashtag.Folded, ct);
        var zone = Zone(followed, question.Zone);
        var (from, to) = Range(question.From, question.To, zone);
        var buckets = VolumeSeries.Buckets(from, to, question.Bucket, zone);
        if (buckets.Count > 50_000)
        {
            throw new BadQuestionException($"That range has {buckets.Count} buckets; ask for a shorter one, or for days or weeks.");
        }

        var counts = buckets.Count == 0 ? [] : await posts.VolumeAsync(hashtag.Folded, VolumeSeries.Edges(buckets), ct);
        var coverage = await observed.ReadAsync(hashtag.Folded, followed, ct);
        return new VolumeAnswer(
            hashtag.Folded,
            zone.Id,
            question.Bucket,
            [.. buckets.Zip(counts, (bucket, count) => new VolumeBucket(bucket.At, count.Posts, count.People, null, null, null, coverage.ShareOf(bucket.From, bucket.To)))])
        {
            Coverage = coverage.ShareOf(from, to),
        };
    }

    /// <summary>Posts and distinct people of a whole range.</summary>
    public async Task<RangeTotal> TotalAsync(Hashtag hashtag, string? rangeFrom, string? rangeTo, CancellationToken ct)
    {
        var followed = await FindAsync(hashtag.Folded, ct);
        var (from, to) = Range(rangeFrom, rangeTo, Zone(followed, null));
        var count = from == to ? new VolumeCount(0, 0) : (await posts.VolumeAsync(hashtag.Folded, [from, to], ct))[0];
        return new RangeTotal(count.Posts, count.People, (await observed.ReadAsync(hashtag.Folded, followed, ct)).ShareOf(from, to));
    }

    /// <summary>Which times were observed where, and about how many posts no host showed.</summary>
    public async Task<CoverageAnswer> CoverageAsync(Hashtag hashtag, string? rangeFrom, string? rangeTo, CancellationToken ct)
    {
        var followed = await FindAsync(hashtag.Folded, ct);
        var (from, to) = Range(rangeFrom, rangeTo, Zone(followed, null));
        var coverage = await observed.ReadAsync(hashtag.Folded, followed, ct);
        return new CoverageAnswer(
            hashtag.Folded,
            [.. coverage.Hosts
                .Select(host => host with { Intervals = CoverageInterval.Within(host.Intervals, from, to) })
                .Where(host => host.Intervals.Count > 0)],
            coverage.ShareOf(from, to),
            await observed.EstimateAsync(hashtag.Folded, from, to, ct));
    }

    public async Task<ContributorsAnswer> ContributorsAsync(Hashtag hashtag, string list, string? at, int limit, CancellationToken ct)
    {
        if (limit < 1)
        {
            throw new BadQuestionException("The limit is a number from 1 upwards.");
        }

        var name = ContributorLists.Parse(list);
        if (name != "most_active")
        {
            throw new ListNotThereException($"The list '{name}' is not there yet; ask for most_active.");
        }

        var followed = await FindAsync(hashtag.Folded, ct);
        var zone = Zone(followed, null);
        var before = at is null ? time.GetUtcNow().ToMilliseconds() : TimeExpression.Parse(at, "at", time.GetUtcNow(), zone);
        var edges = MostActive.DayEdges(before, zone);
        var days = await posts.AuthorDaysAsync(hashtag.Folded, edges, ct);
        var (authors, unranked) = await rankedAuthors.ReadAsync([.. days.Where(day => day.Posts > 0).Select(day => day.AuthorKey).Distinct(StringComparer.Ordinal)], ct);
        var ranked = MostActive.Rank(days, authors, unranked.Contains);
        var coverage = (await observed.ReadAsync(hashtag.Folded, followed, ct)).ShareOf(edges[0], edges[^1]);
        return new ContributorsAnswer(hashtag.Folded, name, MostActive.Definition, before, coverage, null, [.. ranked.Take(limit)]);
    }

    public async Task<AlertsAnswer> AlertsAsync(Hashtag? hashtag, int limit, CancellationToken ct) =>
        new(await alerts.ListAsync(hashtag?.Folded, limit, ct));

    /// <summary>Live posts and tombstones of a hashtag, ordered by time and key; the whole of it without a range.</summary>
    public async Task<IAsyncEnumerable<Post>> ExportAsync(Hashtag hashtag, string? from, string? to, CancellationToken ct)
    {
        var zone = await ZoneAsync(hashtag, ct);
        var now = time.GetUtcNow();
        return posts.ReadAsync(
            hashtag.Folded,
            from is null ? null : TimeExpression.Parse(from, "from", now, zone),
            to is null ? null : TimeExpression.Parse(to, "to", now, zone),
            tombstones: true,
            ct);
    }

    private async Task<TimeZoneInfo> ZoneAsync(Hashtag hashtag, CancellationToken ct) => Zone(await FindAsync(hashtag.Folded, ct), null);

    private static TimeZoneInfo Zone(TrackedHashtag? followed, string? asked)
    {
        var name = asked ?? followed?.TimeZone ?? "UTC";
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : throw new BadQuestionException($"'{name}' is no time zone; write an IANA name such as Europe/Berlin or UTC.");
    }

    private (DateTimeOffset From, DateTimeOffset To) Range(string? from, string? to, TimeZoneInfo zone)
    {
        var now = time.GetUtcNow();

        // Half-open, so the default ends just behind now: a post of this very millisecond counts.
        var end = to is null ? now.ToMilliseconds().AddMilliseconds(1) : TimeExpression.Parse(to, "to", now, zone);
        var begin = from is null ? end - DefaultRange : TimeExpression.Parse(from, "from", now, zone);
        return begin <= end ? (begin, end) : throw new BadQuestionException("The range ends before it begins: 'from' must not be after 'to'.");
    }
}
