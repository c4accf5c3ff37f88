using System.CommandLine;
using Listening.Worker.Answers;

namespace Listening.Worker.Commands;

/// <summary><c>forget</c> and <c>mute</c>: what a person decides about an author.</summary>
internal static class AuthorCommands
{
    public static Command Forget(CommandShell shell)
    {
        var author = Author();
        return shell.Query(new Command("forget", "Erase an author's posts, and keep them out for ever") { author }, async (session, result, ct) =>
        {
            var answer = await session.Services.GetRequiredService<NamedAuthors>().ForgetAsync(result.GetRequiredValue(author), ct);
            session.Print(answer, forgotten => session.Terminal.Answer.WriteLine(forgotten is { WasForgotten: true, Erased: 0 }
                ? "This author was forgotten already; nothing by them is kept."
                : $"{Words.Count(forgotten.Erased, "post")} erased; nothing by this author is kept any more."));
        });
    }

    public static Command Mute(CommandShell shell)
    {
        var author = Author();
        var undo = new Option<bool>("--undo") { Description = "Rank the author again" };
        return shell.Query(new Command("mute", "Leave an author out of all rankings") { author, undo }, async (session, result, ct) =>
        {
            var answer = await session.Services.GetRequiredService<NamedAuthors>().MuteAsync(result.GetRequiredValue(author), !result.GetValue(undo), ct);
            session.Print(answer, muted => session.Terminal.Answer.WriteLine(muted.Muted ? $"{muted.Author} is left out of all rankings." : $"{muted.Author} is ranked again."));
        });
    }

    private static Argument<string> Author() => new("AUTHOR") { Description = "Handle (@mara@events.example) or key of the author" };
}
