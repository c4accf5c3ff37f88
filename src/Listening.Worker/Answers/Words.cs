using System.Globalization;

namespace Listening.Worker.Answers;

/// <summary>Numbers with their nouns.</summary>
public static class Words
{
    public static string Number(double value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary><c>1 post</c>, <c>1,204 posts</c>.</summary>
    public static string Count(long count, string one, string? many = null) => $"{Number(count)} {(count == 1 ? one : many ?? one + "s")}";

    /// <summary><c>a, b and c</c>.</summary>
    public static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        0 => "",
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };
}
