using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Listening.Posts;
using Listening.Rhythm;
using Listening.Stores;
using Listening.Worker.Answers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Worker.Api;

/// <summary>What is known: the answers of the commands with the same names, options and shapes.</summary>
internal static class QuestionEndpoints
{
    private const string Moment = "A date (2026-11-24), a time (2026-11-24T20:00:00Z) or a span back from now (7d, 12h)";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("hashtags/{tag}/posts", SearchAsync).WithSummary("Search posts; the last 30 days unless asked otherwise").ProducesProblem(404);
        api.MapGet("hashtags/{tag}/volume", VolumeAsync).WithSummary("Posts and people by hour, day or week").ProducesProblem(404);
        api.MapGet("hashtags/{tag}/contributors", ContributorsAsync).WithSummary("Who makes the community").ProducesProblem(404);
        api.MapGet("hashtags/{tag}/coverage", CoverageAsync).WithSummary("Which times were observed at which host, and about how many posts were not seen").ProducesProblem(404);
        api.MapGet("posts", PostAsync).WithSummary("One post by its key").Produces<Post>().ProducesProblem(404);
        api.MapGet("alerts", AlertsAsync).WithSummary("Alerts, the newest first").ProducesProblem(404);
        api.MapGet("status", StatusAsync).WithSummary("What is stored, and how each source is doing");
    }

    private static async Task<Ok<SearchAnswer>> SearchAsync(
        string tag,
        [Description("Words that must all stand there; \"a phrase\"; -not")] string? text,
        [Description(Moment)] string? from,
        [Description(Moment)] string? to,
        [Description("An author's key or handle")] string? author,
        [Description("A platform, e.g. mastodon")] string? platform,
        [Description("newest, oldest or relevance")] string? sort,
        [Description("1 to 1000; default 25")] string? limit,
        [Description("The 'next' of the page before")] string? after,
        Questions questions,
        DemoMode demo,
        CancellationToken ct)
    {
        var question = new SearchQuestion
        {
            Text = text,
            From = from,
            To = to,
            Author = author,
            Platform = platform,
            Sort = Asked.Choice(sort, nameof(sort), PostSort.Newest),
            Limit = Asked.Limit(limit, 25),
            After = after,
        };
        return Marked(await questions.SearchAsync(await Asked.FollowedAsync(tag, questions, ct), question, ct), demo);
    }

    private static async Task<Ok<VolumeAnswer>> VolumeAsync(
        string tag,
        [Description(Moment)] string? from,
        [Description(Moment)] string? to,
        [Description("hour, day or week; default day")] string? bucket,
        [Description("IANA name of a time zone; default the hashtag's own")] string? zone,
        Questions questions,
        DemoMode demo,
        CancellationToken ct)
    {
        var question = new VolumeQuestion(from, to, Asked.Choice(bucket, nameof(bucket), BucketSize.Day), zone);
        return Marked(await questions.VolumeAsync(await Asked.FollowedAsync(tag, questions, ct), question, ct), demo);
    }

    private static async Task<Ok<ContributorsAnswer>> ContributorsAsync(
        string tag,
        [Description("The list; most_active is the default")] string? list,
        [Description(Moment + "; only what was created before counts")] string? at,
        [Description("How many; default 20")] string? limit,
        Questions questions,
        DemoMode demo,
        CancellationToken ct)
    {
        var hashtag = await Asked.FollowedAsync(tag, questions, ct);
        return Marked(await questions.ContributorsAsync(hashtag, list ?? "most_active", at, Asked.Limit(limit, 20), ct), demo);
    }

    private static async Task<Ok<CoverageAnswer>> CoverageAsync(
        string tag,
        [Description(Moment)] string? from,
        [Description(Moment)] string? to,
        Questions questions,
        DemoMode demo,
        CancellationToken ct) => Marked(await questions.CoverageAsync(await Asked.FollowedAsync(tag, questions, ct), from, to, ct), demo);

    private static async Task<IResult> PostAsync([Description("The post's key")] string? key, IPostStore posts, DemoMode demo, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(key))
        {
            throw new BadQuestionException("'key' is missing: give the post_key of a post.");
        }

        if (await posts.GetAsync([key], ct) is not [var post])
        {
            return Problems.Of(StatusCodes.Status404NotFound, "No post with that key is stored.");
        }

        var answer = JsonSerializer.SerializeToNode(post, ListeningJson.Options)!.AsObject();
        if (demo.IsOn)
        {
            answer.Add("demo", JsonValue.Create(true));
        }

        return TypedResults.Json(answer, ListeningJson.Options);
    }

    private static async Task<Ok<AlertsAnswer>> AlertsAsync(
        [Description("Of this hashtag only")] string? hashtag,
        [Description("How many; default 100")] string? limit,
        Questions questions,
        DemoMode demo,
        CancellationToken ct)
    {
        var of = hashtag is null ? null : await Asked.FollowedAsync(hashtag, questions, ct);
        return Marked(await questions.AlertsAsync(of, Asked.Limit(limit, 100), ct), demo);
    }

    private static async Task<Ok<StatusAnswer>> StatusAsync(StatusQuestion question, CancellationToken ct) => TypedResults.Ok(await question.StatusAsync(ct));

    private static Ok<T> Marked<T>(T answer, DemoMode demo)
        where T : Answer => TypedResults.Ok((T)(answer with { Demo = demo.IsOn }));
}
