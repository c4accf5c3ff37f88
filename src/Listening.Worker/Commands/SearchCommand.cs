using System.CommandLine;
using System.Globalization;
using Listening.Polling;
using Listening.Posts;
using Listening.Stores;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>search</c>: the posts of a hashtag.</summary>
internal static class SearchCommand
{
    public static Command Create(CommandShell shell)
    {
        var tag = Choice.Hashtag();
        var text = new Option<string?>("--text") { Description = "Words that must stand there; \"a phrase\"; -not", HelpName = "Q" };
        var (from, to) = TimeOptions.Range();
        var author = new Option<string?>("--author") { Description = "Only posts of this author: handle (@mara@events.example) or key", HelpName = "AUTHOR" };
        var platform = new Option<string?>("--platform") { Description = "Only posts of this platform", HelpName = "P" };
        var sort = Choice.Option<PostSort>("--sort", "Order; default newest");
        var limit = Choice.Limit("Most posts to show, up to 1000; default 25");
        var after = new Option<string?>("--after") { Description = "Go on where a page ended (its 'next')", HelpName = "CURSOR" };
        return shell.Query(new Command("search", "Find posts of a hashtag") { tag, text, from, to, author, platform, sort, limit, after }, async (session, result, ct) =>
        {
            var hashtag = result.GetRequiredValue(tag);
            var question = new SearchQuestion
            {
                Text = result.GetValue(text),
                From = result.GetValue(from),
                To = result.GetValue(to),
                Author = result.GetValue(author),
                Platform = result.GetValue(platform),
                Sort = result.GetValue(sort) ?? PostSort.Newest,
                Limit = result.GetValue(limit) ?? 25,
                After = result.GetValue(after),
            };
            var answer = await AskAsync(session, hashtag, question, ct);
            var zone = await session.ZoneAsync(hashtag, ct);
            if (question.Platform is { } asked && answer.Total == 0)
            {
                NoteUnknown(session, asked);
            }

            session.Print(answer, found => Draw(session.Terminal, found, hasText: question.Text is not null, zone));
        });
    }

    // Nothing by somebody of whom nothing is stored is an answer, as it is for a key.
    private static async Task<SearchAnswer> AskAsync(Session session, Hashtag hashtag, SearchQuestion question, CancellationToken ct)
    {
        try
        {
            return await session.Questions.SearchAsync(hashtag, question, ct);
        }
        catch (UnknownAuthorException e)
        {
            session.Terminal.Note(e.Message);
            return new SearchAnswer(hashtag.Folded, 0, 0, [], null);
        }
    }

    // No bad usage: an import may bring posts of a platform that nothing reads here.
    private static void NoteUnknown(Session session, string platform)
    {
        string[] read = [.. session.Services.GetServices<IPostSource>().Select(source => source.Platform)];
        if (!read.Contains(platform, StringComparer.OrdinalIgnoreCase))
        {
            session.Terminal.Note($"No post of a platform '{platform}' is here; the platforms that are read: {string.Join(", ", read.DefaultIfEmpty("none"))}.");
        }
    }

    private static void Draw(Terminal terminal, SearchAnswer answer, bool hasText, TimeZoneInfo zone)
    {
        terminal.Answer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"#{answer.Hashtag}: {answer.Posts.Count:N0} of {answer.Total:N0} posts{(hasText && answer.Unsearchable > 0 ? $"; {answer.Unsearchable:N0} may not be searched by text" : "")}"));
        if (answer.Posts.Count > 0)
        {
            terminal.Tables().Write(Table(answer.Posts, zone));
        }

        if (answer.Next is not null)
        {
            terminal.Note($"There is more: --after {answer.Next}");
        }
    }

    private static Table Table(IReadOnlyList<Post> posts, TimeZoneInfo zone)
    {
        var table = Tables.Create($"When ({zone.Id})", "Who", "What");
        table.Columns[0].Width(16);
        foreach (var post in posts)
        {
            table.AddRow(
                Tables.Cell(Tables.Time(post.CreatedAt, zone)),
                Tables.Cell(post.Author?.Handle ?? post.Author?.Name ?? post.Author?.Key),
                new Rows(new Text(SafeText.Line(post.Text, 280)), new Text(SafeText.Line(post.Url), new Style(decoration: Decoration.Dim))));
        }

        return table;
    }
}
