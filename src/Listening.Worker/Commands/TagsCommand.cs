using System.CommandLine;
using Listening.Posts;
using Listening.Tracking;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>tags</c>: what is followed.</summary>
internal static class TagsCommand
{
    public static Command Create(CommandShell shell) => new("tags", "Say which hashtags are followed")
    {
        Add(shell),
        Remove(shell),
        SetState(shell, "pause", "Stop reading hashtags; their posts stay and can be asked for", HashtagState.Paused),
        SetState(shell, "resume", "Read paused hashtags again", HashtagState.Active),
        shell.Query(new Command("list", "List the followed hashtags"), async (session, _, ct) => Print(session, await session.Status.HashtagsAsync(ct))),
    };

    private static Command Add(CommandShell shell)
    {
        var tags = Choice.Hashtags();
        var zone = new Option<string?>("--zone") { Description = "Time zone in which days and weeks are counted; default UTC", HelpName = "ZONE" };
        var with = new Option<Hashtag[]>("--with")
        {
            Description = "Other spellings whose posts count as this hashtag",
            HelpName = "TAG...",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => [.. result.Tokens.Select(token => Choice.ParseHashtag(result, token.Value)).OfType<Hashtag>()],
        };
        var command = new Command("add", "Follow hashtags") { tags, zone, with };
        command.Validators.Add(result =>
        {
            if (result.GetValue(with) is { Length: > 0 } && result.GetValue(tags) is { Length: > 1 })
            {
                result.AddError("--with goes with one hashtag at a time.");
            }
        });
        return shell.Query(command, async (session, result, ct) =>
        {
            var spellings = result.GetResult(with) is null ? null : result.GetValue(with);
            foreach (var tag in result.GetRequiredValue(tags))
            {
                var (followed, isNew) = await session.Hashtags.FollowAsync(tag, result.GetValue(zone), spellings, ct);
                session.Terminal.Note(isNew ? $"#{followed.Display} is followed from now on."
                    : followed.State == HashtagState.Paused ? $"#{followed.Display} was followed already and is paused; go on with: listening tags resume {followed.Display}"
                    : $"#{followed.Display} was followed already.");
            }

            await PrintAsync(session, result.GetRequiredValue(tags), ct);
        });
    }

    private static Command Remove(CommandShell shell)
    {
        var tags = Choice.Hashtags();
        var erase = new Option<bool>("--erase") { Description = "Take their posts away too, except those that another followed hashtag holds" };
        return shell.Query(new Command("remove", "Stop following hashtags; their posts stay") { tags, erase }, async (session, result, ct) =>
        {
            var before = await session.Status.HashtagsAsync(ct);
            List<HashtagAnswer> removed = [];
            foreach (var tag in result.GetRequiredValue(tags))
            {
                var known = await session.Hashtags.RemoveAsync(tag, result.GetValue(erase), ct);
                removed.AddRange(before.Where(answer => answer.Hashtag == known?.Hashtag));
                session.Terminal.Note(
                    (known is null ? $"#{tag.Display} was not followed." : $"#{known.Display} is no longer followed.")
                    + (result.GetValue(erase) ? " Its posts are erased." : ""));
            }

            if (session.IsJson)
            {
                Print(session, removed);
            }
        });
    }

    private static Command SetState(CommandShell shell, string verb, string description, HashtagState state)
    {
        var tags = Choice.Hashtags();
        return shell.Query(new Command(verb, description) { tags }, async (session, result, ct) =>
        {
            foreach (var tag in result.GetRequiredValue(tags))
            {
                if (await session.Hashtags.SetStateAsync(tag, state, ct) is null)
                {
                    session.Terminal.Note($"#{tag.Display} is not followed; start with: listening tags add {tag.Display}");
                }
            }

            await PrintAsync(session, result.GetRequiredValue(tags), ct);
        });
    }

    private static async Task PrintAsync(Session session, Hashtag[] tags, CancellationToken ct)
    {
        var names = tags.Select(tag => tag.Folded).ToHashSet(StringComparer.Ordinal);
        Print(session, [.. (await session.Status.HashtagsAsync(ct)).Where(answer => names.Contains(answer.Hashtag))]);
    }

    private static void Print(Session session, IReadOnlyList<HashtagAnswer> hashtags) => session.Print(hashtags, _ =>
    {
        if (hashtags.Count == 0)
        {
            session.Terminal.Note("No hashtag to show; follow one with: listening tags add TAG");
            return;
        }

        var table = Tables.Create("Hashtag", "State", "Since (UTC)", "Zone", "Also counted", "Read at").OneLine(0, 1, 2, 3);
        foreach (var hashtag in hashtags)
        {
            table.AddRow(
                Tables.Cell($"#{hashtag.Display}"),
                Tables.Cell(hashtag.State.ToString().ToLowerInvariant()),
                Tables.Cell(Tables.Time(hashtag.AddedAt, TimeZoneInfo.Utc)),
                Tables.Cell(hashtag.TimeZone),
                Tables.Cell(string.Join(' ', hashtag.With.Select(spelling => $"#{spelling}"))),
                Tables.Cell(string.Join(", ", hashtag.Sources.Select(source => source.Host))));
        }

        session.Terminal.Tables().Write(table);
    });
}
