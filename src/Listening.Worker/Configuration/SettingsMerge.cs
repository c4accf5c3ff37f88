using System.Globalization;

namespace Listening.Worker.Configuration;

/// <summary>
/// Lays settings over each other and writes them in the one form that the configuration binder reads: lists as indexed keys, spans as
/// <c>d.hh:mm:ss</c>. A later layer wins, and replaces a list whole.
/// </summary>
internal sealed class SettingsMerge
{
    // Sections that belong to libraries, and may stand in a shared file.
    private static readonly HashSet<string> ForeignSections = new(StringComparer.OrdinalIgnoreCase) { "Serilog", "Logging", "Kestrel", "AllowedHosts", "$schema" };

    private readonly SettingNode _known = new("");
    private readonly Dictionary<string, string?> _values = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _warnings = [];

    public SettingsMerge(IEnumerable<SettingsSection> sections)
    {
        foreach (var section in sections)
        {
            _known.Add(section);
        }
    }

    /// <summary>One sentence for each key that is not known.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <summary>Throws <see cref="SettingException"/> for a value that cannot be understood.</summary>
    public void Lay(SettingsLayer layer)
    {
        var lists = new Dictionary<string, SortedList<int, string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in layer.Values)
        {
            var parts = key.Split(':');
            var (node, name, rest) = Find(parts);
            if (node.ValueType is null || rest.Length > (node.IsList ? 1 : 0) || (rest.Length == 1 && !IsIndex(rest[0])))
            {
                // An empty object or array of a JSON file shows as a level without a value.
                if (!string.IsNullOrEmpty(value))
                {
                    WarnOfUnknown(key, parts, layer.Name);
                }
            }
            else if (node.IsList)
            {
                Collect(lists, name, rest, value ?? "", node.ValueType);
            }
            else if (!string.IsNullOrWhiteSpace(value))
            {
                _values[name] = SettingValue.Canonical(name, value, node.ValueType);
            }
            else if (node.ValueType == typeof(string))
            {
                _values[name] = null;
            }
        }

        foreach (var (name, list) in lists)
        {
            _lists[name] = [.. list.Values];
        }
    }

    public string? Value(string key) => _values.GetValueOrDefault(key);

    public IReadOnlyDictionary<string, string?> Result() => _values
        .Where(pair => pair.Value is not null)
        .Concat(_lists.SelectMany(list => list.Value.Select((item, index) =>
            KeyValuePair.Create(string.Create(CultureInfo.InvariantCulture, $"{list.Key}:{index}"), (string?)item))))
        .ToDictionary(StringComparer.OrdinalIgnoreCase);

    private (SettingNode Node, string Name, string[] Below) Find(string[] parts)
    {
        var node = _known;
        List<string> name = [];
        while (name.Count < parts.Length && node.ValueType is null && node.Child(parts[name.Count]) is { } child)
        {
            name.Add(child.Name == "*" ? parts[name.Count] : child.Name);
            node = child;
        }

        return (node, string.Join(':', name), parts[name.Count..]);
    }

    private static void Collect(Dictionary<string, SortedList<int, string>> lists, string name, string[] rest, string value, Type type)
    {
        if (!lists.TryGetValue(name, out var list))
        {
            lists.Add(name, list = []);
        }

        if (rest.Length == 1)
        {
            list[int.Parse(rest[0], CultureInfo.InvariantCulture)] = SettingValue.Canonical(name, value, type);
            return;
        }

        foreach (var item in value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            list[list.Count] = SettingValue.Canonical(name, item, type);
        }
    }

    private void WarnOfUnknown(string key, string[] parts, string layer)
    {
        // LISTENING_SHARED and the like are no settings: those have at least two levels.
        if (parts.Length < 2 || ForeignSections.Contains(parts[0]))
        {
            return;
        }

        var nearest = NearestName.To(key, _known.Keys());
        _warnings.Add($"Setting {key} (from {layer}) is not known and changes nothing.{(nearest is null ? "" : $" Did you mean {nearest}?")}");
    }

    private static bool IsIndex(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
