using System.Text.Json.Serialization;
using Listening.Alerts;

namespace Listening.Worker.Moving;

/// <summary>An alert with what its exported JSON leaves out.</summary>
/// <param name="Alert">Without the rest.</param>
/// <param name="Channels">See <see cref="Alert.Channels"/>.</param>
/// <param name="ClosedAt">See <see cref="Alert.ClosedAt"/>.</param>
internal sealed record MovedAlert(Alert Alert, IReadOnlyList<string> Channels, DateTimeOffset? ClosedAt)
{
    [JsonIgnore]
    public Alert Whole => Alert with { Channels = Channels, ClosedAt = ClosedAt };

    public static MovedAlert Of(Alert alert) => new(alert, alert.Channels, alert.ClosedAt);
}
