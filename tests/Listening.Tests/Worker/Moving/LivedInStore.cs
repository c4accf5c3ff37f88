using Listening.Alerts;
using Listening.Posts;
using Listening.Stores;
using Listening.Tests.Storage;
using Listening.Tests.Storage.Compared;
using Listening.Tracking;

namespace Listening.Tests.Worker.Moving;

/// <summary>A store that holds something of every kind, as one does that a worker has used for a while.</summary>
internal static class LivedInStore
{
    private const int Seed = 20_261_201;

    /// <summary>Whose posts were erased for ever.</summary>
    public const string Forgotten = "https://events.example/users/forgotten";

    public static DateTimeOffset Noon { get; } = new(2026, 11, 2, 12, 0, 0, TimeSpan.Zero);

    public static PollTarget Target { get; } = new("mastodon", "a.example", "eventprofs");

    public static async Task FillAsync(StoreUnderTest store, int posts, CancellationToken ct)
    {
        await new GeneratedPosts(posts, Seed, "").FillAsync(store.Posts, ct);
        await store.Posts.UpsertAsync([TooLong()], ct);
        await SayAsync(store.Authors, ct);
        await TrackAsync(store, ct);
        await AlertAsync(store.Alerts, ct);
    }

    // No store takes such a key.
    private static Post TooLong() => Post.Create(new Post
    {
        PostKey = "https://events.example/" + new string('x', 40_000),
        Platform = "mastodon",
        Host = "events.example",
        SeenVia = [new SeenVia("a.example", "1", Indexable: true)],
        Author = new Author("https://events.example/users/verbose", "mastodon", "@verbose@events.example", "Verbose", null, 1, false),
        CreatedAt = Noon,
        FirstSeenAt = Noon,
        Text = "#eventprofs",
        Matched = ["eventprofs"],
        MatchedVia = [MatchedVia.Text],
        Searchable = true,
    });

    private static async Task SayAsync(IAuthorMarks authors, CancellationToken ct)
    {
        await authors.ForgetAsync(Forgotten, ct);
        await authors.ForgetAsync(Forgotten + "too", ct);
        await authors.SetMutedAsync("https://events.example/users/loud", true, ct);
        await authors.SetMutedAsync("https://events.example/users/also-loud", true, ct);
        await authors.RecordAsync(
            [.. Enumerable.Range(0, 700).SelectMany(number => new[] { "a.example", "b.example" }.Select(host =>
                new AuthorStatement(AuthorStatement.MarkOf($"who{number}"), host, number % 3 == 0, number % 50 == 0, number % 2 == 0 ? true : null, number % 5 == 0, number % 7 == 0 ? false : null)))],
            ct);
    }

    private static async Task TrackAsync(StoreUnderTest store, CancellationToken ct)
    {
        await store.Tracking.AddHashtagAsync(TrackedHashtag.Create(Hashtag.Parse("EventProfs"), Noon, "Europe/Berlin", ["eventpros"]), ct);
        await store.Tracking.AddHashtagAsync(TrackedHashtag.Create(Hashtag.Parse("Meetings"), Noon) with { State = HashtagState.Paused }, ct);
        foreach (var host in new[] { "a.example", "b.example" })
        {
            await store.Tracking.SaveAsync(
                new PollState
                {
                    Target = Target with { Host = host },
                    Checkpoint = new Checkpoint("111222333", new BackFill("100200300", Noon.AddDays(-84), Noon.AddDays(-20), Done: false)),
                    NextPollAt = host == "a.example" ? Noon.AddMinutes(5) : Noon,
                    LastSuccessAt = Noon,
                    QuietPolls = 3,
                    CoveredTo = Noon,
                    SweptAt = Noon.AddMinutes(-30),
                    RefreshedAt = Noon,
                },
                ct);
            await store.Coverage.RecordAsync(Target with { Host = host }, Noon.AddDays(-20), Noon.AddDays(-3), ct);
            await store.Coverage.RecordAsync(Target with { Host = host }, Noon.AddDays(-2), Noon, ct);
        }

        await store.Coverage.RecordAsync(new PollTarget("mastodon", "a.example", "longgone"), Noon.AddDays(-200), Noon.AddDays(-190), ct);
        await store.Tracking.SaveHealthAsync(
            new SourceHealth { Platform = "mastodon", Host = "a.example", Failures = 2, AvailableAt = Noon.AddHours(1), Reason = "it wants a pause", IsDemanded = true, Budget = new HostBudget(300, 0, Noon.AddHours(1)) }, ct);
        await store.Tracking.CountWithheldAsync(new WithheldCounts(5, 4, 3, 2, 1), ct);
        await store.Missed.NoteAsync("mastodon", "a.example", ["https://events.example/1", "https://events.example/2"], Noon, ct);
        await store.Missed.NoteAsync("mastodon", "a.example", ["https://events.example/1"], Noon.AddMinutes(40), ct);
        await store.Missed.NoteAsync("lemmy", "b.example", ["https://events.example/3"], Noon, ct);
    }

    private static async Task AlertAsync(IAlertLog alerts, CancellationToken ct)
    {
        foreach (var hour in Enumerable.Range(0, 3))
        {
            var at = Noon.AddHours(hour);
            var key = Alert.KeyOf(AlertRuleKind.Threshold, "eventprofs", at);
            await alerts.RecordAsync(
                new Alert { Key = key, Hashtag = "eventprofs", Rule = AlertRuleKind.Threshold, From = at, To = at.AddMinutes(10), DetectedAt = at, People = 30, Words = "30 people", Channels = ["team", "log"] }, ct);
            await alerts.MarkSentAsync(key, new AlertDelivery("team", at.AddSeconds(2)), ct);
            await alerts.SetClosedAsync(key, hour == 0 ? at.AddMinutes(30) : null, ct);
        }
    }
}
