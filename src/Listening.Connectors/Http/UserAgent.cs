using System.Reflection;

namespace Listening.Connectors.Http;

/// <summary>Who asks: product, version and a way to reach whoever runs it.</summary>
internal static class UserAgent
{
    public static string For(HttpOptions options) => $"Listening/{Version} (+{options.Contact})";

    // Without the revision that the build appends after +.
    private static string Version { get; } =
        typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
