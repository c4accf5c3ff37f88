using System.ComponentModel;
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
        api.MapPost("hashtags", AddAsync).WithSummary("Follow a hashtag").Accepts<AddHashtag>("application/json").ProducesProblem(409).ProducesProblem(415);
        api.MapPatch("hashtags/{tag}", ChangeAsync).WithSummary("Pause or resume a hashtag, or change its time zone")
            .Accepts<ChangeHashtag>("application/json").ProducesProblem(404).ProducesProblem(415);
        api.MapDelete("hashtags/{tag}", RemoveAsync).WithSummary("Stop following a hashtag; its posts stay unless they are erased")
            .Accepts<RemoveHashtag>("application/json").ProducesProblem(404).ProducesProblem(415);
    }

    private static async Task<Ok<IReadOnlyList<HashtagAnswer>>> ListAsync(StatusQuestion question, CancellationToken ct) =>
        TypedResults.Ok(await question.HashtagsAsync(ct));

    private static async Task<Ok<HashtagAnswer>> OneAsync(string tag, StatusQuestion question, Questions questions, CancellationToken ct)
    {
        var hashtag = await Asked.FollowedAsync(tag, questions, ct);
        return TypedResults.Ok(await AnswerAsync(hashtag, question, ct));
    }

    private static async Task<Results<Created<HashtagAnswer>, Ok<HashtagAnswer>>> AddAsync(
        HttpRequest request, HashtagChanges changes, StatusQuestion question, CancellationToken ct)
    {
        var wish = await JsonBody.ReadAsync<AddHashtag>(request, AddExample, ct);
        var hashtag = wish.Hashtag is null ? throw new BadQuestionException($"'hashtag' is missing; send for example {AddExample}.") : Asked.Hashtag(wish.Hashtag);
        var isNew = await changes.AddAsync(hashtag, wish, ct);
        var answer = await AnswerAsync(hashtag, question, ct);
        return isNew
            ? TypedResults.Created($"/api/v1/hashtags/{Uri.EscapeDataString(hashtag.Folded)}", answer)
            : TypedResults.Ok(answer);
    }

    private static async Task<Ok<HashtagAnswer>> ChangeAsync(string tag, HttpRequest request, HashtagChanges changes, StatusQuestion question, CancellationToken ct)
    {
        var hashtag = Asked.Hashtag(tag);
        await changes.ChangeAsync(hashtag, await JsonBody.ReadAsync<ChangeHashtag>(request, ChangeExample, ct), ct);
        return TypedResults.Ok(await AnswerAsync(hashtag, question, ct));
    }

    private static async Task<NoContent> RemoveAsync(
        string tag, [Description("true: its posts go too, unless another followed hashtag holds them")] string? erase, HttpRequest request, HashtagChanges changes, CancellationToken ct)
    {
        var wish = await JsonBody.ReadAsync<RemoveHashtag>(request, RemoveExample, ct);
        await changes.RemoveAsync(Asked.Hashtag(tag), wish.Erase || Asked.YesOrNo(erase, nameof(erase)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<HashtagAnswer> AnswerAsync(Posts.Hashtag hashtag, StatusQuestion question, CancellationToken ct) =>
        (await question.HashtagsAsync(ct)).FirstOrDefault(answer => answer.Hashtag == hashtag.Folded) ?? throw new NotFollowedException(hashtag);
}
