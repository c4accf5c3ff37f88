using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Listening.Posts;

namespace Listening.Stores;

/// <summary>A position in a hashtag's posts: ordered by time, then by key, ordinal. Nothing is held open for it.</summary>
public sealed record PostCursor(DateTimeOffset CreatedAt, string PostKey)
{
    public static PostCursor Of(Post post) => new(post.CreatedAt, post.PostKey);

    /// <summary>Url-safe text that <see cref="TryParse"/> reads back.</summary>
    public string Encode() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{CreatedAt.ToUnixTimeMilliseconds()} {PostKey}")));

    public static bool TryParse(string text, [NotNullWhen(true)] out PostCursor? cursor)
    {
        cursor = null;
        if (!Base64Url.IsValid(text))
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(' ', 2);
        if (parts.Length != 2 || parts[1].Length == 0 || !long.TryParse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var ms)
            || ms is < -62135596800000 or > 253402300799999)
        {
            return false;
        }

        cursor = new PostCursor(DateTimeOffset.FromUnixTimeMilliseconds(ms), parts[1]);
        return true;
    }
}
