using System.Text;
using Listening.Worker.Configuration;

namespace Listening.Worker;

/// <summary>Hashtags fold by Unicode's rules; without ICU the runtime leaves them as they are, and nobody would notice.</summary>
internal static class Icu
{
    public const string Remedy = "install ICU (Debian: libicu, containers: an image with -extra) and unset DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";

    public static bool IsThere => string.Equals("\uFF21".Normalize(NormalizationForm.FormKC), "A", StringComparison.Ordinal);

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static void Require()
    {
        if (!IsThere)
        {
            throw new SettingException($"Unicode data is missing, so hashtags could not be told apart: {Remedy}.");
        }
    }
}
