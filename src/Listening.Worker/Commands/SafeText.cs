using System.Globalization;
using System.Text;

namespace Listening.Worker.Commands;

/// <summary>Foreign text on a terminal: one line, nothing that moves the cursor, colours the screen or turns the reading direction.</summary>
internal static class SafeText
{
    public static string Line(string? text)
    {
        var line = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line.Length > 0 && line[^1] != ' ')
                {
                    line.Append(' ');
                }
            }
            else if (!TurnsDirection(rune))
            {
                line.Append(rune);
            }
        }

        return line.ToString().TrimEnd();
    }

    /// <summary>At most <paramref name="length"/> characters as a person counts them.</summary>
    public static string Line(string? text, int length)
    {
        var line = Line(text);
        var starts = StringInfo.ParseCombiningCharacters(line);
        return starts.Length <= length ? line : line[..starts[length - 1]] + "…";
    }

    private static bool TurnsDirection(Rune rune) => rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
