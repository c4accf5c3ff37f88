using System.Text;
using System.Text.Json;
using Listening.Posts;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary>The two streams of a command: the answer, and everything else.</summary>
internal sealed class Terminal(TextWriter answer, TextWriter notes, int width, bool hasColour) : IAsyncDisposable
{
    private const int WidthWithoutTerminal = 120;

    /// <summary>Carries the answer and nothing else.</summary>
    public TextWriter Answer { get; } = answer;

    /// <summary>Carries progress, notes, errors and logs.</summary>
    public TextWriter Notes { get; } = notes;

    public static Terminal OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new Terminal(
            Writer(Console.OpenStandardOutput(), autoFlush: false),
            TextWriter.Synchronized(Writer(Console.OpenStandardError(), autoFlush: true)),
            isTerminal && Console.WindowWidth > 0 ? Console.WindowWidth : WidthWithoutTerminal,
            isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")));
    }

    /// <summary>For tests: no colour, a fixed width.</summary>
    public static Terminal Of(TextWriter answer, TextWriter notes) => new(answer, notes, WidthWithoutTerminal, hasColour: false);

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
    public void Note(string sentence) => Notes.WriteLine(SafeText.Line(sentence));

    public async ValueTask DisposeAsync()
    {
        await Answer.FlushAsync();
        await Notes.FlushAsync();
    }

    private static StreamWriter Writer(Stream stream, bool autoFlush) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = autoFlush, NewLine = "\n" };
}
