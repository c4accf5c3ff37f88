using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>What a host shows of hashtags to whom, as Mastodon 4.5 and later let it choose.</summary>
internal sealed record ScriptedAccess
{
    private const string Public = "public";
    private const string Disabled = "disabled";

    /// <summary>Posts of its own people: <c>public</c>, <c>authenticated</c> or <c>disabled</c>.</summary>
    public string Local { get; init; } = Public;

    /// <summary>Posts of other hosts, likewise.</summary>
    public string Remote { get; init; } = Public;

    /// <summary>Whether the instance document says so; those of older servers do not.</summary>
    public bool IsStated { get; init; } = true;

    /// <summary>The user tokens that it takes.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>The answer to a token that is none of <see cref="Tokens"/>, whatever is asked; null where there is none or it is good.</summary>
    public ScriptedAnswer? RefusalOfToken(HttpRequest request) => TokenOf(request) is { } token && !Tokens.Contains(token, StringComparer.Ordinal)
        ? ScriptedAnswer.Error(StatusCodes.Status401Unauthorized, "The access token is invalid")
        : null;

    /// <summary>The answer to somebody without a token who asks for more than is public: no part of it is shown.</summary>
    public ScriptedAnswer? RefusalOf(TagTimeline asked, HttpRequest request)
    {
        var isPublic = asked.Local ? Local == Public : asked.Remote ? Remote == Public : Local == Public && Remote == Public;
        return isPublic || TokenOf(request) is not null ? null : ScriptedAnswer.Error(StatusCodes.Status401Unauthorized, "This API requires an authenticated user");
    }

    /// <summary>What is left of a timeline for whoever is not refused.</summary>
    public IReadOnlyList<ScriptedStatus> Shown(IReadOnlyList<ScriptedStatus> statuses) => Local == Disabled || Remote == Disabled
        ? [.. statuses.Where(status => (status.IsLocal ? Local : Remote) != Disabled)]
        : statuses;

    /// <summary>As it stands below <c>configuration</c> in the instance document.</summary>
    public JsonObject? Json() => IsStated
        ? new() { ["live_feeds"] = Feeds(), ["hashtag_feeds"] = Feeds(), ["trending_link_feeds"] = Feeds() }
        : null;

    private JsonObject Feeds() => new() { ["local"] = Local, ["remote"] = Remote };

    private static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { Length: > 0 } header ? header.Split(' ', 2)[^1] : null;
}
