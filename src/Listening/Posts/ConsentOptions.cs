namespace Listening.Posts;

/// <summary>Settings <c>Consent:*</c>: what is done with posts of people who object, or do not agree, to being read by machines.</summary>
public sealed class ConsentOptions
{
    /// <summary>Opt-out words in a profile: <c>withhold</c> (default) stores nothing but a count; <c>ignore</c>.</summary>
    public OptOutPolicy OptOutWords { get; set; } = OptOutPolicy.Withhold;

    /// <summary>No consent to full-text search: <c>unsearchable</c> (default) keeps the post out of text search; <c>withhold</c>; <c>ignore</c>.</summary>
    public IndexablePolicy NotIndexable { get; set; } = IndexablePolicy.Unsearchable;

    /// <summary>An objection to discovery: <c>unranked</c> (default) keeps the author out of every ranking; <c>withhold</c>; <c>ignore</c>.</summary>
    public DiscoverablePolicy NotDiscoverable { get; set; } = DiscoverablePolicy.Unranked;

    /// <summary>Automated accounts: <c>label</c> (default) shows and never counts them as people; <c>withhold</c>.</summary>
    public BotPolicy Bots { get; set; } = BotPolicy.Label;
}
