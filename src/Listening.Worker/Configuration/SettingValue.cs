using System.Globalization;

namespace Listening.Worker.Configuration;

/// <summary>One value: what a person may write, turned into what the configuration binder reads.</summary>
internal static class SettingValue
{
    public static bool IsScalar(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(TimeSpan) || type == typeof(decimal) || type == typeof(Uri);
    }

    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static string Canonical(string key, string text, Type type)
    {
        text = text.Trim();
        return type == typeof(TimeSpan) ? Span(key, text)
            : type == typeof(bool) ? Flag(key, text)
            : type.IsEnum ? Choice(key, text, type)
            : type.IsPrimitive || type == typeof(decimal) ? Number(key, text, type)
            : type == typeof(Uri) ? Address(key, text)
            : text;
    }

    private static string Span(string key, string text)
    {
        if (!Duration.TryParse(text, out var span))
        {
            var isBareNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
            throw Refused(key, text, isBareNumber ? $"a number alone has no unit: {Duration.Form}" : Duration.Form);
        }

        return span >= TimeSpan.Zero ? span.ToString("c", CultureInfo.InvariantCulture) : throw Refused(key, text, "a span of time cannot be negative");
    }

    private static string Flag(string key, string text) =>
        bool.TryParse(text, out var flag) ? (flag ? "true" : "false") : throw Refused(key, text, "write true or false");

    private static string Choice(string key, string text, Type type)
    {
        var names = Enum.GetNames(type);
        return names.FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase))
            ?? throw Refused(key, text, $"write one of {string.Join(", ", names.Select(name => name.ToLowerInvariant()))}");
    }

    private static string Number(string key, string text, Type type)
    {
        var isWhole = type != typeof(double) && type != typeof(float) && type != typeof(decimal);
        var isNumber = isWhole
            ? long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) && (type != typeof(int) || (int)whole == whole)
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real);
        return isNumber ? text : throw Refused(key, text, isWhole ? "write a whole number" : "write a number such as 2.5");
    }

    private static string Address(string key, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out _) ? text : throw Refused(key, text, "write an address such as https://example.org");

    private static SettingException Refused(string key, string text, string remedy) => new($"Setting {key} is '{text}': {remedy}.");
}
