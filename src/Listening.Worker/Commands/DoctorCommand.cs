using System.CommandLine;
using Listening.Worker.Answers;
using Listening.Worker.Configuration;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Listening.Worker.Commands;

/// <summary><c>doctor</c>: what is wrong, and what helps.</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandShell shell)
    {
        var command = new Command("doctor", "Check settings, store, hosts, clock and Unicode; says what helps") { shell.Json };
        command.SetAction(async (result, ct) =>
        {
            var answer = await ExamineAsync(shell, result, ct) with { Demo = result.GetValue(shell.Global.Demo) };
            shell.Print(result, answer, examined => Draw(shell.Terminal, examined));
            return answer.Checks.All(check => check.Ok) ? CommandRoot.Done : CommandRoot.Failed;
        });
        return command;
    }

    private static async Task<DoctorAnswer> ExamineAsync(CommandShell shell, ParseResult result, CancellationToken ct)
    {
        if (!Icu.IsThere)
        {
            return new DoctorAnswer([Doctor.Unicode()]);
        }

        try
        {
            await using var session = shell.Open(result);
            return await new Doctor(session.Services, session.Settings).ExamineAsync(ct);
        }
        catch (SettingException e)
        {
            return new DoctorAnswer([Doctor.WrongSettings(e.Message)]);
        }
        catch (OptionsValidationException e)
        {
            return new DoctorAnswer([.. e.Failures.Select(Doctor.WrongSettings)]);
        }
    }

    private static void Draw(Terminal terminal, DoctorAnswer answer)
    {
        var table = Tables.Create("", "Check", "Found", "What helps").OneLine(0, 1);
        foreach (var check in answer.Checks)
        {
            table.AddRow(new Text(check.Ok ? "ok" : "FAILED"), Tables.Cell(check.Name), Tables.Cell(check.Detail), Tables.Cell(check.Remedy));
        }

        terminal.Tables().Write(table);
    }
}
