using System.Globalization;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>A post of the script, the same for all hosts.</summary>
internal sealed record ScriptedPost
{
    public required ScriptedAccount Author { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// As it was typed: <c>#hashtags</c>, <c>@user@host</c> and links become what Mastodon makes of them; an empty line parts paragraphs.
    /// </summary>
    public required string Text { get; init; }

    /// <summary>The HTML to serve instead of what Mastodon makes of <see cref="Text"/>.</summary>
    public string? Html { get; init; }

    /// <summary>The hashtags to state instead of those in <see cref="Text"/>.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Identity within the script; two posts of one author in one millisecond need a key each.</summary>
    public string Key
    {
        get => field ?? string.Create(CultureInfo.InvariantCulture, $"{Author.Acct}/{CreatedAt.ToUnixTimeMilliseconds()}");
        init;
    }

    /// <summary>The <see cref="Key"/> of the post that it answers.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>The <see cref="Key"/> of the post that it quotes, whose author agreed.</summary>
    public string? QuoteOf { get; init; }

    public string Visibility { get; init; } = "public";

    public string? Language { get; init; } = "en";

    public string ContentWarning { get; init; } = "";

    public IReadOnlyList<ScriptedMedia> Media { get; init; } = [];

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<ScriptedEdit> Edits { get; init; } = [];

    /// <summary>When its author takes it back.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public int Likes { get; init; }

    public int Reposts { get; init; }

    /// <summary>The hosts that get it besides its home; null: all of them, at once. One for the home itself says only when it is hidden there.</summary>
    public IReadOnlyList<ScriptedArrival>? Arrivals { get; init; }
}
