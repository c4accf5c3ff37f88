using System.CommandLine;
using System.Globalization;
using Listening.Rhythm;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>volume</c>: posts and people by hour, day or week.</summary>
internal static class VolumeCommand
{
    private const int BarWidth = 40;

    public static Command Create(CommandShell shell)
    {
        var tag = Choice.Hashtag();
        var (from, to) = TimeOptions.Range();
        var bucket = Choice.Option<BucketSize>("--bucket", "Width of a bucket; default day");
        var zone = new Option<string?>("--zone") { Description = "Time zone of the buckets; default the hashtag's", HelpName = "ZONE" };
        return shell.Query(new Command("volume", "Count posts and people by hour, day or week") { tag, from, to, bucket, zone }, async (session, result, ct) =>
        {
            var hashtag = result.GetRequiredValue(tag);
            var question = new VolumeQuestion(result.GetValue(from), result.GetValue(to), result.GetValue(bucket) ?? BucketSize.Day, result.GetValue(zone));
            var answer = await session.Questions.VolumeAsync(hashtag, question, ct);
            await session.ZoneAsync(hashtag, ct);
            session.Print(answer, volume => Draw(session.Terminal, volume));
        });
    }

    private static void Draw(Terminal terminal, VolumeAnswer volume)
    {
        terminal.Tables().Write(Table(volume));
        terminal.Answer.WriteLine(CoverageWords.Sentence(volume.Coverage));
    }

    private static Table Table(VolumeAnswer volume)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(volume.Zone);
        var most = volume.Buckets.Select(bucket => bucket.Posts).Append(1).Max();
        var table = Tables.Create($"{volume.Bucket} ({volume.Zone})", "Posts", "People", "").RightAligned(1, 2).OneLine(0);
        foreach (var bucket in volume.Buckets)
        {
            var bar = (int)Math.Ceiling(BarWidth * bucket.Posts / (double)most);
            table.AddRow(Tables.Cell(Label(bucket.At, volume.Bucket, zone)), Tables.Cell(bucket.Posts), Tables.Cell(bucket.People), Tables.Cell(new string('█', bar)));
        }

        return table;
    }

    private static string Label(DateTimeOffset at, BucketSize size, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone)
        .ToString(size == BucketSize.Hour ? "ddd yyyy-MM-dd HH:mm" : "ddd yyyy-MM-dd", CultureInfo.InvariantCulture);
}
