using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Listening.Worker.Configuration;

/// <summary>Binds every section once and asks its data annotations, so that a wrong value is one sentence at start and not a surprise later.</summary>
internal static class SettingsCheck
{
    /// <summary>Throws <see cref="SettingException"/>.</summary>
    public static void Run(IConfiguration configuration, IEnumerable<SettingsSection> sections)
    {
        foreach (var section in sections)
        {
            object? options;
            try
            {
                options = configuration.GetSection(section.Path).Get(section.Options) ?? Activator.CreateInstance(section.Options);
            }
            catch (InvalidOperationException e)
            {
                throw new SettingException($"The settings below {section.Path} cannot be read: {e.Message}", e);
            }

            Validate(options!, section.Path);
        }
    }

    private static void Validate(object options, string path)
    {
        List<ValidationResult> wrong = [];
        Validator.TryValidateObject(options, new ValidationContext(options), wrong, validateAllProperties: true);
        if (wrong is [var first, ..])
        {
            throw Refused(options, path, first);
        }

        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            var value = property.CanRead ? property.GetValue(options) : null;
            if (value is IDictionary byName)
            {
                foreach (DictionaryEntry entry in byName)
                {
                    ValidateBelow(entry.Value, $"{path}:{property.Name}:{entry.Key}");
                }
            }
            else if (value is not IEnumerable)
            {
                ValidateBelow(value, $"{path}:{property.Name}");
            }
        }
    }

    private static SettingException Refused(object options, string path, ValidationResult wrong)
    {
        var member = wrong.MemberNames.FirstOrDefault();
        var value = member is null ? null : options.GetType().GetProperty(member)?.GetValue(options);

        // Only numbers and the like are repeated: a text may be a secret.
        var shown = value is null or string or IEnumerable ? "" : string.Create(CultureInfo.InvariantCulture, $" is '{value}'");
        return new SettingException($"Setting {path}{(member is null ? "" : $":{member}")}{shown}: {wrong.ErrorMessage?.TrimEnd('.')}.");
    }

    private static void ValidateBelow(object? value, string path)
    {
        if (value is not null && !SettingValue.IsScalar(value.GetType()))
        {
            Validate(value, path);
        }
    }
}
