using System.Text;

namespace Listening.Worker.Imports;

/// <summary>One line of comma-separated values (RFC 4180), no value of which holds a line feed.</summary>
internal static class CsvLine
{
    /// <summary>The values, without their quotes. Throws <see cref="RejectedLineException"/> where a quote is not closed.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        List<string> values = [];
        var value = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
            {
                value.Append(line[i++]);
            }
            else if (line[i] == '"' && (isQuoted || value.Length == 0))
            {
                isQuoted = !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(line[i]);
            }
        }

        return isQuoted ? throw new RejectedLineException("line: a quote is not closed") : [.. values, value.ToString()];
    }
}
