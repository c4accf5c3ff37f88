using System.Text;
using Listening.Worker.Imports;

namespace Listening.Tests.Worker.Imports;

public sealed class ImportedLinesTests
{
    [Fact]
    public async Task Lines_end_at_line_feeds_only_and_blank_ones_are_counted_and_left_out()
    {
        var lines = await ReadAsync("\uFEFF one\u2028still one\r\n\n \t\r\nfour");

        Assert.Equal([(1L, "one\u2028still one"), (4L, "four")], lines.Select(line => (line.Number, Encoding.UTF8.GetString(line.Bytes))));
    }

    [Fact]
    public async Task A_line_that_is_too_long_costs_that_line_and_its_beginning_is_kept()
    {
        var endless = new string('x', (2 * ImportedLines.LongestLine) + 17);

        var lines = await ReadAsync($"one\n{endless}\nthree\n{endless}");

        Assert.Equal([(1L, false), (2L, true), (3L, false), (4L, true)], lines.Select(line => (line.Number, line.IsTooLong)));
        Assert.All(lines.Where(line => line.IsTooLong), line => Assert.InRange(line.Bytes.Length, 1, 4096));
        Assert.Equal("three", Encoding.UTF8.GetString(lines[2].Bytes));
    }

    [Fact]
    public async Task The_longest_line_is_still_read()
    {
        var lines = await ReadAsync(new string('x', ImportedLines.LongestLine) + "\n" + new string('y', ImportedLines.LongestLine));

        Assert.Equal([ImportedLines.LongestLine, ImportedLines.LongestLine], lines.Select(line => line.Bytes.Length));
    }

    private static async Task<List<ImportedLine>> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await ImportedLines.ReadAsync(stream, TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }
}
