using System.Text;
using System.Text.Json;
using Listening.Posts;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary>The two streams of a command: the answer, and everything else.</summary>
internal sealed class Terminal(TextWriter answer, TextWriter notes, int width, bool hasColour, ProgressLine progress) : IAsyncDisposable
{
    private const int WidthWithoutTerminal = 120;

    /// <summary>Carries the answer and nothing else.</summary>
    public TextWriter Answer { get; } = answer;

    /// <summary>Carries progress, notes, errors and logs.</summary>
    public TextWriter Notes { get; } = notes;

    /// <summary>How far long work is, beside the answer.</summary>
    public ProgressLine Progress { get; } = progress;

    public static Terminal OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        var notes = TextWriter.Synchronized(Writer(Console.OpenStandardError(), autoFlush: true));
        return new Terminal(
            Writer(Console.OpenStandardOutput(), autoFlush: false),
            notes,
            isTerminal ? Columns(Console.WindowWidth) : WidthWithoutTerminal,
            isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            new ProgressLine(notes, Console.IsErrorRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb" ? null : () => Columns(Console.WindowWidth), TimeProvider.System));
    }

    /// <summary>For tests: no colour, a fixed width.</summary>
    public static Terminal Of(TextWriter answer, TextWriter notes) =>
        new(answer, notes, WidthWithoutTerminal, hasColour: false, new ProgressLine(notes, width: null, TimeProvider.System));

    /// <summary>A console that draws tables into the answer.</summary>
    public IAnsiConsole Tables()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColour ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = hasColour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(Answer),
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    public void PrintJson(object answer) => Answer.WriteLine(JsonSerializer.Serialize(answer, answer.GetType(), ListeningJson.Options));

    /// <summary>One plain line beside the answer.</summary>
    public void Note(string sentence) => Progress.Write(SafeText.Line(sentence) + "\n");

    public async ValueTask DisposeAsync()
    {
        Progress.Clear();
        await Answer.FlushAsync();
        await Notes.FlushAsync();
    }

    // Some terminals do not say how wide they are.
    private static int Columns(int told) => told > 0 ? told : WidthWithoutTerminal;

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
}
