using System.Text;
using System.Text.Json;

namespace Listening.Connectors.Json;

/// <summary>Reads a body as JSON whatever bytes it holds: broken UTF-8 and lone surrogates become U+FFFD, so that no field can throw later.</summary>
internal static class JsonBody
{
    // Deep enough for anything real, shallow enough for whoever reads it.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 1024 };

    /// <summary>One whole JSON value; a <see cref="JsonException"/> where it is none.</summary>
    public static JsonElement Parse(string text) => JsonElement.Parse(WithoutLoneSurrogates(text), Options);

    public static bool TryParse(string text, out JsonElement value)
    {
        try
        {
            value = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = default;
            return false;
        }
    }

    public static string Decode(ReadOnlySpan<byte> body) => Encoding.UTF8.GetString(body).TrimStart('\uFEFF');

    // An escaped half of a surrogate pair is legal JSON, but no text.
    private static string WithoutLoneSurrogates(string text)
    {
        if (!text.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var i = 0;
        while (i < text.Length)
        {
            var length = EscapeLength(text, i);
            var unit = length == 6 ? Unit(text, i) : null;
            if (unit is { } high && char.IsHighSurrogate(high) && Unit(text, i + 6) is { } low && char.IsLowSurrogate(low))
            {
                length = 12;
                unit = null;
            }

            if (unit is { } alone && char.IsSurrogate(alone))
            {
                clean.Append(@"\ufffd");
            }
            else
            {
                clean.Append(text, i, length);
            }

            i += length;
        }

        return clean.ToString();
    }

    private static int EscapeLength(string text, int at) =>
        text[at] != '\\' ? 1 : Unit(text, at) is not null ? 6 : Math.Min(2, text.Length - at);

    private static char? Unit(string text, int at) =>
        at + 6 <= text.Length && text[at] == '\\' && text[at + 1] == 'u'
        && ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : null;
}
