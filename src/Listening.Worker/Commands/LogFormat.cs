namespace Listening.Worker.Commands;

/// <summary>Log lines for people or for programs.</summary>
internal enum LogFormat
{
    Text,
    Json,
}
