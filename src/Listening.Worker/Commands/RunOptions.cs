using System.CommandLine;

namespace Listening.Worker.Commands;

/// <summary>Options of <c>run</c> and <c>watch</c>.</summary>
internal sealed class RunOptions
{
    public Option<string?> Urls { get; } = new("--urls") { Description = "Where to serve: http addresses on loopback, separated by commas; default http://127.0.0.1:5080", HelpName = "URLS" };

    public Option<bool> NoDashboard { get; } = new("--no-dashboard") { Description = "Serve the API without the page" };

    public void AddTo(Command command)
    {
        command.Options.Add(Urls);
        command.Options.Add(NoDashboard);
    }
}
