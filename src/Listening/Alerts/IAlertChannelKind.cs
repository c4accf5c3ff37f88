namespace Listening.Alerts;

/// <summary>Makes the channels of one kind from their settings, <c>Alerts:Channels:&lt;name&gt;</c>.</summary>
public interface IAlertChannelKind
{
    /// <summary>The value of <c>Kind</c>, e.g. <c>webhook</c>.</summary>
    string Kind { get; }

    /// <summary>Throws <see cref="System.ComponentModel.DataAnnotations.ValidationException"/> with one sentence that names the setting to correct.</summary>
    IAlertChannel Create(string name, AlertChannelOptions options);
}
