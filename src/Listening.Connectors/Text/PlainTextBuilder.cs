using System.Text;

namespace Listening.Connectors.Text;

/// <summary>Collects lines of plain text; quoted lines begin with <c>&gt; </c>, list items with their marker.</summary>
internal sealed class PlainTextBuilder
{
    private readonly StringBuilder _text = new();
    private string? _marker;
    private int _quotes;
    private bool _atLineStart = true;

    public int Length => _text.Length;

    public string Since(int start) => _text.ToString(start, _text.Length - start);

    /// <summary>Text as a browser shows it outside <c>pre</c>: line breaks of the source are spaces, and none at the start of a line.</summary>
    public void Flow(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSpace(text[i]))
            {
                Put(text[i]);
                continue;
            }

            var start = i;
            while (i + 1 < text.Length && IsSpace(text[i + 1]))
            {
                i++;
            }

            var run = text[start..(i + 1)];
            if (run.ContainsAnyExcept(' '))
            {
                run = _atLineStart ? [] : [' '];
            }

            foreach (var space in run)
            {
                Put(space);
            }
        }
    }

    /// <summary>Text whose own line breaks count.</summary>
    public void Verbatim(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character == '\n')
            {
                BreakLine();
            }
            else if (character != '\r')
            {
                Put(character);
            }
        }
    }

    public void BreakLine()
    {
        _text.Append('\n');
        _atLineStart = true;
    }

    public void StartLine()
    {
        if (!_atLineStart)
        {
            BreakLine();
        }
    }

    public void StartItem(string marker)
    {
        StartLine();
        _marker = marker;
    }

    public void StartQuote() => _quotes++;

    public void EndQuote() => _quotes--;

    /// <summary>The lines without trailing blanks, at most one empty line in a row, none at the ends.</summary>
    public override string ToString()
    {
        var lines = _text.ToString().Split('\n').Select(line => line.TrimEnd(' ', '\t'));
        var kept = new StringBuilder(_text.Length);
        var empty = 0;
        foreach (var line in lines)
        {
            empty = line.Length == 0 ? empty + 1 : 0;
            if (empty < 2 && (line.Length > 0 || kept.Length > 0))
            {
                kept.Append(line).Append('\n');
            }
        }

        return kept.ToString().Trim('\n', ' ', '\t');
    }

    private static bool IsSpace(char character) => character is ' ' or '\t' or '\n' or '\r' or '\f';

    private void Put(char character)
    {
        if (char.IsControl(character) && character != '\t')
        {
            return;
        }

        if (_atLineStart)
        {
            _text.Insert(_text.Length, "> ", Math.Min(_quotes, 8)).Append(_marker);
            _marker = null;
            _atLineStart = false;
        }

        _text.Append(character);
    }
}
