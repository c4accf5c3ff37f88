namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What a store has to hold of a post in the end.</summary>
internal enum ExpectedPresence
{
    /// <summary>The whole post.</summary>
    Live,

    /// <summary>A tombstone.</summary>
    Deleted,

    /// <summary>A tombstone or nothing: it may have gone before anybody could look.</summary>
    Gone,

    /// <summary>Nothing at all.</summary>
    Absent,

    /// <summary>The contract leaves it open, e.g. where a change lies before the sweep.</summary>
    Open,
}
