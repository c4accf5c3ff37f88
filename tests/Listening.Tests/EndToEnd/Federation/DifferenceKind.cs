namespace Listening.Tests.EndToEnd.Federation;

/// <summary>In which way a worker fell short.</summary>
public enum DifferenceKind
{
    /// <summary>Something that has to be kept is not.</summary>
    Missing,

    /// <summary>Something is kept that no host ever listed under the hashtag.</summary>
    Invented,

    /// <summary>Something is kept twice.</summary>
    Doubled,

    /// <summary>An edit or a deletion did not arrive.</summary>
    Stale,

    /// <summary>Something is kept, found or told that its author or its visibility forbids.</summary>
    Leaked,

    /// <summary>A demanded wait was shortened.</summary>
    Hurried,

    /// <summary>More was asked than a host allows, or more than two things at once.</summary>
    OverBudget,

    /// <summary>Somebody was asked who may not be asked, or in a way that is not ours.</summary>
    Unmannered,

    /// <summary>The worker tells of itself what is not so: its counts, its coverage, its end.</summary>
    Untrue,
}
