namespace Listening.Worker.Configuration;

/// <summary>A setting that cannot be used; the message is one sentence that names key, value and remedy, and holds no secret. Exit code 1.</summary>
internal sealed class SettingException(string message, Exception? inner = null) : Exception(message, inner);
