using System.CommandLine;
using Listening.Worker.Answers;

namespace Listening.Worker.Commands;

/// <summary>Verbs that the interface names and that are not there yet: whoever calls one is told so.</summary>
internal static class LaterCommands
{
    private static readonly string[] Verbs =
    [
        "person", "communities", "related", "belong", "spikes", "chats", "digest", "detect", "evaluate", "vouch",
    ];

    public static void AddTo(Command root) => AddTo(root, Verbs);

    public static void AddTo(Command parent, params string[] verbs)
    {
        foreach (var verb in verbs)
        {
            var command = new Command(verb, "Not there yet") { Hidden = true, TreatUnmatchedTokensAsErrors = false };
            var name = parent.Name == "listening" ? verb : $"{parent.Name} {verb}";
            command.SetAction(int (_) => throw new ListNotThereException($"'{name}' is not there yet; see --help for what is."));
            parent.Subcommands.Add(command);
        }
    }
}
