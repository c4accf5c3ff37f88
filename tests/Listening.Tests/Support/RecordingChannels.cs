using Listening.Alerts;

namespace Listening.Tests.Support;

/// <summary>Channels of the kind <c>log</c> that keep what they were given, and refuse as often as the test says.</summary>
internal sealed class RecordingChannels : IAlertChannelKind
{
    public string Kind => "log";

    public List<(string Channel, string Key)> Taken { get; } = [];

    public Dictionary<string, int> Refusals { get; } = [];

    /// <summary>Called when a channel has just taken an alert.</summary>
    public Action WhenTaken { get; set; } = () => { };

    public IAlertChannel Create(string name, AlertChannelOptions options) => new Channel(name, this);

    private sealed class Channel(string name, RecordingChannels all) : IAlertChannel
    {
        public string Name => name;

        public Task SendAsync(Alert alert, CancellationToken ct)
        {
            if (all.Refusals.GetValueOrDefault(name) > 0)
            {
                all.Refusals[name]--;
                throw new AlertChannelException($"{name} is not there.");
            }

            all.Taken.Add((name, alert.Key));
            all.WhenTaken();
            return Task.CompletedTask;
        }
    }
}
