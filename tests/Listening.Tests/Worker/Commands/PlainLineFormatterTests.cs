using Listening.Worker.Commands;
using Serilog.Events;

namespace Listening.Tests.Worker.Commands;

public sealed class PlainLineFormatterTests
{
    [Fact]
    public void A_line_is_a_time_and_a_sentence_without_quotes_or_traces()
    {
        using var notes = new StringWriter();
        using (var log = LogSetup.Create(Terminal.Of(TextWriter.Null, notes), LogEventLevel.Information, json: false))
        {
            log.Warning(new InvalidOperationException("inside"), "{Host} brought {PostCount} posts", "a\u001b.example", 1200);
        }

        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ warning: a \.example brought 1200 posts\n$", notes.ToString());
    }

    [Fact]
    public void Lines_for_programs_are_JSON()
    {
        using var notes = new StringWriter();
        using (var log = LogSetup.Create(Terminal.Of(TextWriter.Null, notes), LogEventLevel.Information, json: true))
        {
            log.Information("{Host} answers", "a.example");
        }

        Assert.Equal("a.example", System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(notes.ToString()).GetProperty("Host").GetString());
    }
}
