using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;
using Listening.Worker.Api;

namespace Listening.Worker.Dashboard;

/// <summary>Asks the questions whose answers make up the page of a hashtag.</summary>
internal sealed class HashtagPageBuilder(Questions questions, StatusQuestion status, DemoMode demo, TimeProvider time)
{
    private const int PeopleShown = 12;
    private const int PostsShown = 20;
    private const int AlertsShown = 5;

    public async Task<HashtagView> BuildAsync(string tag, HashtagPageQuery query, CancellationToken ct)
    {
        var hashtag = Asked.Hashtag(tag);
        var followed = await questions.FindAsync(hashtag.Folded, ct) ?? throw new NotFollowedException(hashtag);
        var clock = new PageClock(time.GetUtcNow(), followed.Zone());
        var range = PageRange.Parse(query.Days, query.Day, clock.Today);

        var state = await status.StatusAsync(ct);
        var total = await questions.TotalAsync(hashtag, range.From, range.To, ct);
        var volume = await questions.VolumeAsync(hashtag, new VolumeQuestion(range.From, range.To ?? Tomorrow(clock), range.Bucket), ct);
        var contributors = await questions.ContributorsAsync(hashtag, "most_active", null, PeopleShown, ct);
        return new HashtagView
        {
            Hashtag = followed,
            Clock = clock,
            Range = range,
            Posts = total.Posts,
            People = total.People,
            Coverage = total.Coverage,
            Chart = VolumeChart.Of(volume, clock, ReadSince(state, followed)),
            MostActive = contributors.Contributors,
            CoverageOfMostActive = contributors.Coverage,
            Definition = contributors.Definition,
            Search = await SearchAsync(hashtag, query, range, ct),
            Sources = Sources(state, followed, clock),
            Withheld = WithheldWords.Say(state.Withheld),
            Alerts = (await questions.AlertsAsync(hashtag, AlertsShown, ct)).Alerts,
            StoredPosts = state.Store.Posts,
            IsDemo = demo.IsOn,
        };
    }

    private async Task<PostsView> SearchAsync(Hashtag hashtag, HashtagPageQuery query, PageRange range, CancellationToken ct)
    {
        var text = query.Text?.Trim() ?? "";
        var view = new PostsView { Text = text, AuthorKey = string.IsNullOrWhiteSpace(query.Author) ? null : query.Author, IsFirstPage = query.After is null };
        try
        {
            var sort = Asked.Choice(string.IsNullOrEmpty(query.Sort) ? null : query.Sort, "order", PostSort.Newest);
            sort = sort == PostSort.Relevance && text.Length == 0 ? PostSort.Newest : sort;
            view = view with { Sort = sort.ToString().ToLowerInvariant() };
            var question = new SearchQuestion { Text = text, From = range.From, To = range.To, Author = view.AuthorKey, Sort = sort, Limit = PostsShown, After = query.After };
            var answer = await questions.SearchAsync(hashtag, question, ct);
            return view with { Posts = answer.Posts, Total = answer.Total, Unsearchable = text.Length > 0 ? answer.Unsearchable : 0, Next = answer.Next };
        }
        catch (Exception e) when (e is BadQuestionException or UnknownAuthorException)
        {
            // What somebody typed into the search box must not take the rest of the page away.
            return view with { Trouble = e.Message };
        }
    }

    private static IReadOnlyList<SourceView> Sources(StatusAnswer state, TrackedHashtag followed, PageClock clock) =>
        [.. state.Sources.Select(source => SourceView.Of(source, followed.Hashtag, followed.State == HashtagState.Paused, clock))];

    // Hosts of a federated platform see much of the same, so the one that got furthest back counts.
    private static DateTimeOffset? ReadSince(StatusAnswer state, TrackedHashtag followed) => state.Sources
        .SelectMany(source => source.Targets)
        .Where(target => target.Hashtag == followed.Hashtag)
        .Select(target => target.Backfill is { } back ? back.Done ? back.Until : back.Reached : null)
        .Min() ?? followed.AddedAt;

    // A whole last day, so that its bar is as wide as it will be tonight.
    private static string Tomorrow(PageClock clock) => clock.Today.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
