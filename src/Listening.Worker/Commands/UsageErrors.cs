using System.CommandLine;
using System.CommandLine.Parsing;
using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary>Says beside the (empty) answer what was wrong with a command line.</summary>
internal static class UsageErrors
{
    public static void Print(ParseResult result, Terminal terminal)
    {
        var command = result.CommandResult.Command;
        var unknown = result.UnmatchedTokens.Take(1).ToList();
        if (unknown is [var token])
        {
            var known = token.StartsWith('-') ? Options(result) : command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);
            var nearest = NearestName.To(token, known);
            terminal.Note($"'{token}' is not known here.{(nearest is null ? "" : $" Did you mean {nearest}?")}");
        }
        else
        {
            foreach (var error in result.Errors.Select(error => error.Message).Distinct())
            {
                terminal.Note(error);
            }
        }

        if (result.Errors.Any(error => error.SymbolResult is ArgumentResult { Tokens.Count: 0 }))
        {
            terminal.Note("In most shells # begins a comment: quote a hashtag, or leave the # out.");
        }

        terminal.Note($"See: {Path(result)} --help");
    }

    private static IEnumerable<string> Options(ParseResult result)
    {
        for (var at = result.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            foreach (var option in at.Command.Options)
            {
                yield return option.Name;
            }
        }
    }

    private static string Path(ParseResult result)
    {
        List<string> names = [];
        for (var at = result.CommandResult; at is not null; at = at.Parent as CommandResult)
        {
            names.Insert(0, at.Command.Name);
        }

        return string.Join(' ', names);
    }
}
