using System.CommandLine;
using System.Globalization;
using Listening.Worker.Answers;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>status</c>: the store, and how each host is doing.</summary>
internal static class StatusCommand
{
    public static Command Create(CommandShell shell) => shell.Query(
        new Command("status", "Show the store and how each source is doing"),
        async (session, _, ct) => session.Print(await session.Status.StatusAsync(ct), status => Draw(session, status)));

    private static void Draw(Session session, StatusAnswer status)
    {
        var terminal = session.Terminal;
        terminal.Answer.WriteLine(
            $"listening {status.Version}{(status.Demo ? " (demo)" : "")}: {Words.Count(status.Hashtags, "hashtag")}, {Words.Count(status.Store.Posts, "post")} in {status.Store.Kind} ({Size(status.Store.Bytes)})");
        var runs = status.Workers?.Count > 0 || (status.Workers is null && FolderLock.IsTaken(session.Settings.Folder));
        if (!runs)
        {
            terminal.Answer.WriteLine($"No worker runs on this data, so nobody is asked; start one with: listening {(status.Demo ? "watch --demo" : "run")}");
        }

        if (status.Workers is { Count: > 1 } workers)
        {
            terminal.Answer.WriteLine($"{Words.Count(workers.Count, "worker")} share the hosts: {string.Join("; ", workers.Select(worker => $"{worker} asks {Hosts(status, worker)}"))}");
        }

        var now = session.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var table = Tables.Create("Source", "State", "Last answer (UTC)", "Next poll (UTC)", "Requests", "Read back to (UTC)", "Why").OneLine(0, 1, 2, 3, 4);
        foreach (var source in status.Sources)
        {
            table.AddRow(
                Tables.Cell($"{source.Platform} {source.Host}"),
                Tables.Cell(source.State),
                Tables.Cell(Tables.Time(source.LastSuccessAt, TimeZoneInfo.Utc)),
                Tables.Cell(Tables.Time(source.AvailableAt > source.NextPollAt ? source.AvailableAt : source.NextPollAt, TimeZoneInfo.Utc)),
                Tables.Cell(Requests(source.Budget, now)),
                Tables.Cell(string.Join(", ", source.Targets.Select(BackTo).OfType<string>())),
                Tables.Cell(source.Reason));
        }

        if (status.Sources.Count > 0)
        {
            terminal.Tables().Write(table);
        }

        var withheld = status.Withheld;
        terminal.Answer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Read and not kept, about: {withheld.OptOut:N0} by opt-out, {withheld.NotPublic:N0} not public, {withheld.NotIndexable:N0} not indexable, {withheld.NotDiscoverable:N0} not discoverable, {withheld.Bots:N0} by automated accounts."));
        if (status.UnfinishedImports > 0)
        {
            terminal.Answer.WriteLine($"{Words.Count(status.UnfinishedImports, "import")} did not come to an end; call the same command again before a worker runs on this data.");
        }

        if (status.DeadLetters > 0)
        {
            terminal.Answer.WriteLine($"The store refused {Words.Count(status.DeadLetters, "post")}: listening dead-letters list");
        }
    }

    private static string Hosts(StatusAnswer status, string worker) =>
        string.Join(", ", status.Sources.Where(source => source.HeldBy == worker).Select(source => source.Host).DefaultIfEmpty("none"));

    // What was used of a window that is over says nothing.
    private static string? Requests(StatusBudget? budget, DateTimeOffset now) => budget is { Limit: not null, Used: not null } && !(budget.ResetsAt <= now)
        ? string.Create(CultureInfo.InvariantCulture, $"{budget.Used:N0}/{budget.Limit:N0}")
        : null;

    private static string? BackTo(StatusTarget target) => target.Backfill is not { } back ? null
        : back.Done ? $"#{target.Hashtag} done"
        : $"#{target.Hashtag} {Tables.Time(back.Reached, TimeZoneInfo.Utc)} of {Tables.Time(back.Until, TimeZoneInfo.Utc)}";

    private static string Size(long bytes) => bytes switch
    {
        < 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0.#} KB"),
        < 1024L * 1024 * 1024 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.#} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024 * 1024):0.#} GB"),
    };
}
