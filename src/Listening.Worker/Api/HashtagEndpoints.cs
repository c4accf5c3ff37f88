using System.ComponentModel;
using Listening.Posts;
using Listening.Tracking;
using Listening.Worker.Answers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Listening.Worker.Api;

/// <summary>What is followed: <c>hashtags</c>.</summary>
internal static class HashtagEndpoints
{
    private const string AddExample = """{"hashtag": "eventprofs", "zone": "Europe/Berlin"}""";
    private const string ChangeExample = """{"state": "paused"}""";
    private const string RemoveExample = """{"erase": false}""";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("hashtags", ListAsync).WithSummary("The followed hashtags");
        api.MapGet("hashtags/{tag}", OneAsync).WithSummary("One followed hashtag").ProducesProblem(404);
        api.MapPost("hashtags", AddAsync).WithSummary("Follow a hashtag").Accepts<AddHashtag>("application/json").ProducesProblem(415);
        api.MapPatch("hashtags/{tag}", ChangeAsync).WithSummary("Pause or resume a hashtag, or change its time zone")
            .Accepts<ChangeHashtag>("application/json").ProducesProblem(404).ProducesProblem(415);
        api.MapDelete("hashtags/{tag}", RemoveAsync).WithSummary("Stop following a hashtag; its posts stay unless they are erased")
            .Accepts<RemoveHashtag>("application/json").ProducesProblem(404).ProducesProblem(415);
    }

    private static async Task<Ok<IReadOnlyList<HashtagAnswer>>> ListAsync(StatusQuestion question, CancellationToken ct) =>
        TypedResults.Ok(await question.HashtagsAsync(ct));

    private static async Task<Ok<HashtagAnswer>> OneAsync(string tag, StatusQuestion question, Questions questions, DemoMode demo, CancellationToken ct)
    {
        var hashtag = await Asked.FollowedAsync(tag, questions, ct);
        return TypedResults.Ok(await AnswerAsync(hashtag, question, demo, ct));
    }

    private static async Task<Results<Created<HashtagAnswer>, Ok<HashtagAnswer>>> AddAsync(
        HttpRequest request, FollowedHashtags followed, StatusQuestion question, DemoMode demo, CancellationToken ct)
    {
        var wish = await JsonBody.ReadAsync<AddHashtag>(request, AddExample, ct);
        var hashtag = wish.Hashtag is null ? throw new BadQuestionException($"'hashtag' is missing; send for example {AddExample}.") : Asked.Hashtag(wish.Hashtag);
        var (_, isNew) = await followed.FollowAsync(hashtag, wish.Zone, wish.With?.Select(Asked.Hashtag).ToList(), ct);
        var answer = await AnswerAsync(hashtag, question, demo, ct);
        return isNew
            ? TypedResults.Created($"/api/v1/hashtags/{Uri.EscapeDataString(hashtag.Folded)}", answer)
            : TypedResults.Ok(answer);
    }

    private static async Task<Ok<HashtagAnswer>> ChangeAsync(
        string tag, HttpRequest request, FollowedHashtags followed, StatusQuestion question, Questions questions, DemoMode demo, CancellationToken ct)
    {
        var wish = await JsonBody.ReadAsync<ChangeHashtag>(request, ChangeExample, ct);
        if (wish is { State: null, Zone: null })
        {
            throw new BadQuestionException("Nothing to change: give 'state' (active or paused), 'zone' or both.");
        }

        var hashtag = await Asked.FollowedAsync(tag, questions, ct);
        var state = Asked.Choice(wish.State, "state", HashtagState.Active);
        if (wish.Zone is not null)
        {
            await followed.FollowAsync(hashtag, wish.Zone, with: null, ct);
        }

        if (wish.State is not null)
        {
            await followed.SetStateAsync(hashtag, state, ct);
        }

        return TypedResults.Ok(await AnswerAsync(hashtag, question, demo, ct));
    }

    private static async Task<NoContent> RemoveAsync(
        string tag,
        [Description("true: its posts go too, unless another followed hashtag holds them")] string? erase,
        HttpRequest request,
        FollowedHashtags followed,
        CancellationToken ct)
    {
        var wish = await JsonBody.ReadAsync<RemoveHashtag>(request, RemoveExample, ct);
        var erases = wish.Erase || Asked.YesOrNo(erase, nameof(erase));
        var hashtag = Asked.Hashtag(tag);

        // What was left of a hashtag can still be erased after it was removed.
        return await followed.RemoveAsync(hashtag, erases, ct) is null && !erases ? throw new NotFollowedException(hashtag) : TypedResults.NoContent();
    }

    private static async Task<HashtagAnswer> AnswerAsync(Hashtag hashtag, StatusQuestion question, DemoMode demo, CancellationToken ct) =>
        (await question.HashtagsAsync(ct)).FirstOrDefault(answer => answer.Hashtag == hashtag.Folded) is { } answer
            ? answer with { Demo = demo.IsOn }
            : throw new NotFollowedException(hashtag);
}
