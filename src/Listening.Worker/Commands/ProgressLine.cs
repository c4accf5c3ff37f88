using System.Globalization;

namespace Listening.Worker.Commands;

/// <summary>
/// How far long work is: on a terminal one line below all others, written over in place; elsewhere a whole line now and then. Used from
/// several threads.
/// </summary>
/// <param name="notes">Where both go.</param>
/// <param name="width">Columns of the terminal, which may change; null where there is none.</param>
/// <param name="time">For the pause between two lines.</param>
internal sealed class ProgressLine(TextWriter notes, Func<int>? width, TimeProvider time)
{
    private const string StartOfLine = "\r\u001b[K";

    /// <summary>Without a terminal: at least this long between two lines of one work.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _turn = new();
    private readonly SortedDictionary<string, Work> _works = new(StringComparer.Ordinal);
    private bool _isDrawn;

    /// <summary>Says that <paramref name="work"/> is done to that share, from 0 to 1, which ends it.</summary>
    /// <param name="work">A few words that name it, for the line on a terminal.</param>
    /// <param name="share">From 0 to 1.</param>
    /// <param name="line">The same as a whole line with its end, for where there is no terminal.</param>
    public void Show(string work, double share, Func<string> line)
    {
        lock (_turn)
        {
            var now = time.GetUtcNow();
            var shown = _works.GetValueOrDefault(work) ?? new Work(share, now);
            var isDue = width is null && share < 1 && now - shown.ToldAt >= Pause;
            if (share < 1)
            {
                _works[work] = new Work(share, isDue ? now : shown.ToldAt);
            }
            else
            {
                _works.Remove(work);
            }

            if (isDue)
            {
                notes.Write(line());
            }

            Draw();
        }
    }

    /// <summary>Writes whole lines above the line of progress.</summary>
    public void Write(string lines)
    {
        lock (_turn)
        {
            notes.Write(_isDrawn ? StartOfLine + lines : lines);
            _isDrawn = false;
            Draw();
        }
    }

    /// <summary>Takes the line away: nothing goes on.</summary>
    public void Clear()
    {
        lock (_turn)
        {
            _works.Clear();
            Draw();
        }
    }

    /// <summary>The same for programs that read along: nothing is written over, not even on a terminal.</summary>
    public ProgressLine InWholeLines() => new(notes, width: null, time);

    private void Draw()
    {
        if (width is not null && (_isDrawn || _works.Count > 0))
        {
            var works = string.Join(", ", _works.Select(work => string.Create(CultureInfo.InvariantCulture, $"{work.Key} {Math.Floor(work.Value.Share * 100)} %")));
            notes.Write(StartOfLine + SafeText.Line(works, Math.Max(width() - 1, 1)));
            _isDrawn = _works.Count > 0;
        }
    }

    private sealed record Work(double Share, DateTimeOffset ToldAt);
}
