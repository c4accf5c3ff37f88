using System.Text.Json;
using Listening.Worker.Commands;
using Microsoft.Extensions.Time.Testing;
using Serilog.Events;

namespace Listening.Tests.Worker.Commands;

public sealed class ProgressLineTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly StringWriter _notes = new();

    [Fact]
    public void On_a_terminal_one_line_is_written_over_and_stays_below_the_others()
    {
        var progress = new ProgressLine(_notes, () => 40, _time);

        progress.Show("a.example eventprofs", 0.25, () => "never\n");
        progress.Show("b.example eventprofs", 0.5, () => "never\n");
        progress.Write("a line\n");
        progress.Show("a.example eventprofs", 1, () => "never\n");
        progress.Clear();

        Assert.Equal(
            ["a.example eventprofs 25 %", "a.example eventprofs 25 %, b.example e…", "a line", "a.example eventprofs 25 %, b.example e…", "b.example eventprofs 50 %", ""],
            Drawn());
    }

    [Fact]
    public void Nothing_but_lines_is_written_while_nothing_goes_on()
    {
        var progress = new ProgressLine(_notes, () => 40, _time);

        progress.Write("a line\n");
        progress.Clear();

        Assert.Equal("a line\n", _notes.ToString());
    }

    [Fact]
    public void Without_a_terminal_it_is_a_plain_line_every_five_seconds()
    {
        var progress = new ProgressLine(_notes, width: null, _time);
        for (var second = 0; second <= 12; second++)
        {
            progress.Show("a.example", second / 20d, () => $"after {second} s\n");
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        progress.Show("a.example", 1, () => "the end\n");

        Assert.Equal("after 5 s\nafter 10 s\n", _notes.ToString());
    }

    [Fact]
    public void A_log_event_with_a_progress_moves_the_line_of_its_host()
    {
        using (var log = LogSetup.Create(new Terminal(TextWriter.Null, _notes, 80, hasColour: false, new ProgressLine(_notes, () => 80, _time)), LogEventLevel.Information, json: false))
        {
            log.Information("{Host}: #{Hashtag} is read back to {Reached:yyyy-MM-dd}, {Progress:P0} of the way.", "a.example", "eventprofs", _time.GetUtcNow(), 0.4);
        }

        Assert.Equal(["a.example eventprofs 40 %"], Drawn());
    }

    [Fact]
    public void A_log_for_programs_is_never_written_over()
    {
        using (var log = LogSetup.Create(new Terminal(TextWriter.Null, _notes, 80, hasColour: false, new ProgressLine(_notes, () => 80, _time)), LogEventLevel.Information, json: true))
        {
            log.Information("Begins.");
            log.Information("{Progress:P0} of the way.", 0.4);
            _time.Advance(ProgressLine.Pause);
            log.Information("{Progress:P0} of the way.", 0.8);
        }

        var lines = _notes.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["Begins.", "80 % of the way."], lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("@m").GetString()));
    }

    public void Dispose() => _notes.Dispose();

    private string[] Drawn() => [.. _notes.ToString().Replace("\n", "", StringComparison.Ordinal).Split("\r\u001b[K").Skip(1)];
}
