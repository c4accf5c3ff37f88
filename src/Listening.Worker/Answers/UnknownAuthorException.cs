namespace Listening.Worker.Answers;

/// <summary>A handle under which nothing is stored; the sentence says what to give instead. Exit code 1, HTTP 404.</summary>
internal sealed class UnknownAuthorException(string handle)
    : Exception($"No stored post is by {handle}: give the author's key, for example https://events.example/users/mara; 'listening search TAG --json' shows it as author.key.");
