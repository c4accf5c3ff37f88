using System.Security.Cryptography;
using System.Text;
using Listening.Posts;

namespace Listening.Stores;

/// <summary>What one host says of an author's wishes.</summary>
/// <param name="Author">Mark of the author (<see cref="MarkOf"/>): whoever opted out is remembered without being named.</param>
/// <param name="Host">The host that says it.</param>
/// <param name="IsHome">Whether that host is the author's own.</param>
/// <param name="OptedOut">An opt-out word stands in the profile there.</param>
/// <param name="Discoverable">Consent to discovery; null when the host does not say.</param>
/// <param name="Indexable">Consent to full-text search; null when the host does not say.</param>
/// <param name="IsBot">Whether the account says that it is automated; null when the host does not say.</param>
public sealed record AuthorStatement(string Author, string Host, bool IsHome, bool OptedOut, bool? Discoverable, bool? Indexable = null, bool? IsBot = null)
{
    /// <summary>The SHA-256 of an author's key in lower-case hex.</summary>
    public static string MarkOf(string authorKey) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(authorKey)));

    /// <summary>
    /// What all hosts together say of one author: an opt-out word on any of them suffices; of the flags the home host's stated value
    /// counts, else the objection of any. <paramref name="seen"/> says what the platform has, and whether it is a bot where no home says so.
    /// </summary>
    public static AuthorFlags Together(IReadOnlyCollection<AuthorStatement> about, AuthorFlags seen)
    {
        var home = about.FirstOrDefault(statement => statement.IsHome)?.Host;
        return seen with
        {
            OptedOut = about.Any(statement => statement.OptedOut),
            Indexable = Consent.Stated(about.Select(statement => (statement.Host, statement.Indexable)), home),
            Discoverable = Consent.Stated(about.Select(statement => (statement.Host, statement.Discoverable)), home),
            IsBot = about.FirstOrDefault(statement => statement.IsHome)?.IsBot ?? seen.IsBot,
        };
    }
}
