using System.Net;
using System.Text.Json;
using Listening.Connectors.Http;
using Listening.Connectors.Json;
using Listening.Polling;
using Listening.Posts;
using Listening.Tracking;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Tells good answers from bad ones (platform page, 7 and 8).</summary>
internal static class MastodonAnswers
{
    /// <summary>What helps where a host shows us nothing.</summary>
    public const string LeaveOut = "leave the host out of Platforms:Mastodon:Hosts, or name another.";

    /// <summary>The entries of a timeline; none for a hashtag that the host does not know yet.</summary>
    public static IReadOnlyList<JsonElement> Entries(HttpAnswer answer) =>
        IsGone(answer) ? [] : Document(answer) is { ValueKind: JsonValueKind.Array } entries ? [.. entries.EnumerateArray()] : throw Failure(answer);

    /// <summary>The one post that was asked for.</summary>
    public static JsonElement Entry(HttpAnswer answer) =>
        Document(answer) is { ValueKind: JsonValueKind.Object } entry ? entry : throw Failure(answer);

    /// <summary>The JSON of a good answer; null where the answer is none, or no JSON.</summary>
    public static JsonElement? Document(HttpAnswer answer) => answer.Status == HttpStatusCode.OK && !answer.IsHtml ? Json(answer) : null;

    /// <summary>Whether the host says that what was asked for is not there.</summary>
    public static bool IsGone(HttpAnswer answer) => answer.Status == HttpStatusCode.NotFound && !answer.IsHtml;

    /// <summary>What the host still allows; a good answer that asks for a pause leaves nothing until then.</summary>
    public static HostBudget? Budget(HttpAnswer answer) =>
        answer.Demand is { } until ? new HostBudget(answer.Budget?.Limit, 0, until) : answer.Budget;

    /// <summary>Whether the host wants an account for what was asked, and no pause.</summary>
    public static bool WantsAccount(HttpAnswer answer) =>
        (int)answer.Status is 401 or 422 && !answer.HasRetryAfter && Budget(answer) is not { Remaining: <= 0 };

    /// <summary>Throws where an answer beside the posts demands a wait or refuses us, so that nothing else is asked now.</summary>
    public static void Obey(HttpAnswer answer)
    {
        if (answer.Status == HttpStatusCode.TooManyRequests || (answer.HasRetryAfter && answer.Status != HttpStatusCode.OK))
        {
            throw RateLimited(answer);
        }

        if (Budget(answer) is { Remaining: <= 0, ResetsAt: { } until } spent && until > answer.RequestedAt)
        {
            throw new RateLimitedException($"{answer.Host} allows no more requests until {ListeningJson.Format(until)}.", until, spent);
        }

        if (answer.Status == HttpStatusCode.Forbidden)
        {
            throw Fault(answer);
        }
    }

    /// <summary>What a body says went wrong, on one line; null where it says nothing.</summary>
    public static string? ErrorText(JsonElement json)
    {
        if (json.TextOrNull("error") is not { } text)
        {
            return null;
        }

        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => string.Concat(word.Where(c => !char.IsControl(c)))));
        return line.Length > 200 ? $"{line[..200]}…" : line;
    }

    /// <summary>What helps where a host shows hashtags to signed-in people only.</summary>
    public static string Remedy(string host) =>
        $"make a token there under Preferences > Development and put {host}=TOKEN into Platforms:Mastodon:Tokens, or leave the host out of Platforms:Mastodon:Hosts.";

    /// <summary>Why a bad answer is none, in one sentence.</summary>
    public static string Refusal(HttpAnswer answer) => Fault(answer).Message;

    private static PlatformException Failure(HttpAnswer answer) =>
        answer.HasRetryAfter || answer.Status == HttpStatusCode.TooManyRequests || IsSpent(answer) ? RateLimited(answer) : Fault(answer);

    private static bool IsSpent(HttpAnswer answer) => answer is { Budget.Remaining: <= 0, Reset: not null };

    private static RateLimitedException RateLimited(HttpAnswer answer)
    {
        var reset = answer.Status == HttpStatusCode.TooManyRequests || IsSpent(answer) ? answer.Reset : null;
        var until = answer.Demand > reset || reset is null ? answer.Demand : reset;
        return new RateLimitedException(
            until is { } time
                ? $"{answer.Host} asks us to wait until {ListeningJson.Format(time)}."
                : $"{answer.Host} asks us to slow down, without saying for how long.",
            until,
            answer.Budget);
    }

    private static JsonElement? Json(HttpAnswer answer) => JsonBody.TryParse(JsonBody.Decode(answer.Body.Span), out var json) ? json : null;

    private static PlatformException Fault(HttpAnswer answer)
    {
        var code = (int)answer.Status;
        var saying = !answer.IsHtml && Json(answer) is { } json && ErrorText(json) is { } text ? $", \"{text}\"" : "";
        return code switch
        {
            200 => new UnexpectedPayloadException($"{answer.Host} {NoList(answer)}{saying}."),
            401 or 422 when answer.WithToken => new AuthenticationFailedException(
                $"The token of host {answer.Host} was refused ({code}{saying}): make a new one there under Preferences > Development and put it into Platforms:Mastodon:Tokens."),
            401 or 422 => new AuthenticationFailedException($"{answer.Host} does not show this hashtag without an account ({code}{saying}): {Remedy(answer.Host)}"),
            403 when answer.WithToken => new AuthenticationFailedException(
                $"{answer.Host} refuses to answer us (403{saying}): see that its token may read statuses (read:statuses), or leave the host out of Platforms:Mastodon:Hosts."),
            403 => new AuthenticationFailedException($"{answer.Host} refuses to answer us (403{saying}): {LeaveOut}"),
            404 => new UnexpectedPayloadException($"{answer.Host} has no hashtag timelines (404 with a web page): check that it is a Mastodon server."),
            >= 500 or 408 => new PlatformUnavailableException($"{answer.Host} has trouble of its own ({code}{saying})."),
            _ => new UnexpectedPayloadException($"{answer.Host} answered {code} instead of posts{saying}: check that it is a Mastodon server."),
        };
    }

    private static string NoList(HttpAnswer answer) =>
        answer.IsHtml ? "answered with a web page instead of posts; it may want people to sign in, or be no Mastodon server"
        : answer.IsEmpty ? "answered with nothing instead of posts"
        : Json(answer) is null ? "answered with something that is cut off or no JSON"
        : "answered with something that is no list of posts; check that it is a Mastodon server";
}
