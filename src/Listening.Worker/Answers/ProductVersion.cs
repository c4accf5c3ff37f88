using System.Reflection;

namespace Listening.Worker.Answers;

/// <summary>The version that was built, and the revision it was built from.</summary>
internal static class ProductVersion
{
    private static readonly string[] Parts = (typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0").Split('+', 2);

    public static string Current => Parts[0];

    /// <summary>Null when it was built outside a Git work tree.</summary>
    public static string? Revision => Parts.Length > 1 ? Parts[1] : null;
}
