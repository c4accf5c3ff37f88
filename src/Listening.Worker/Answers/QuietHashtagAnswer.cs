using Listening.Polling;

namespace Listening.Worker.Answers;

/// <summary>What is known of a hashtag of which little was found.</summary>
/// <param name="Hosts">What each host that says so knows of it.</param>
/// <param name="Companions">Hashtags that stand beside it and are used more, the liveliest first.</param>
internal sealed record QuietHashtagAnswer(IReadOnlyList<HashtagActivity> Hosts, IReadOnlyList<HashtagCompanion> Companions);

/// <summary>A hashtag that stands beside another, folded, and how much one host sees it used.</summary>
internal sealed record HashtagCompanion(string Hashtag, HashtagActivity Activity);
