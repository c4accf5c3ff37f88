using System.Reflection;

namespace Listening.Worker.Configuration;

/// <summary>
/// One level of the known settings, read from the options classes: a property is a key, a class a level below, a dictionary a level
/// whose names the user chooses. Adding a property to an options class is all it takes to make a setting known.
/// </summary>
internal sealed class SettingNode(string name)
{
    private readonly Dictionary<string, SettingNode> _children = new(StringComparer.OrdinalIgnoreCase);
    private SettingNode? _anyChild;

    /// <summary>As the options class spells it; <c>*</c> for a name that the user chooses.</summary>
    public string Name { get; } = name;

    /// <summary>The type of a value, or of one element of a list; null for a level without a value of its own.</summary>
    public Type? ValueType { get; private set; }

    public bool IsList { get; private set; }

    public SettingNode? Child(string childName) => _children.GetValueOrDefault(childName) ?? _anyChild;

    /// <summary>Every key below, e.g. <c>Alerts:Rules:*:Threshold:People</c>.</summary>
    public IEnumerable<string> Keys(string prefix = "") =>
        _children.Values.Append(_anyChild).OfType<SettingNode>().SelectMany(child => child.ValueType is null
            ? child.Keys($"{prefix}{child.Name}:")
            : [prefix + child.Name]);

    public void Add(SettingsSection section)
    {
        var node = this;
        foreach (var part in section.Path.Split(':'))
        {
            node = node.ChildNamed(part);
        }

        node.AddProperties(section.Options);
    }

    private void AddProperties(Type options)
    {
        foreach (var property in options.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsSetting))
        {
            ChildNamed(property.Name).Take(property.PropertyType);
        }
    }

    private void Take(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (SettingValue.IsScalar(type))
        {
            ValueType = type;
        }
        else if (DictionaryValue(type) is { } value)
        {
            _anyChild ??= new SettingNode("*");
            _anyChild.Take(value);
        }
        else if (ElementOf(type) is { } element)
        {
            (ValueType, IsList) = (Nullable.GetUnderlyingType(element) ?? element, true);
        }
        else
        {
            AddProperties(type);
        }
    }

    private SettingNode ChildNamed(string childName)
    {
        if (!_children.TryGetValue(childName, out var child))
        {
            _children.Add(childName, child = new SettingNode(childName));
        }

        return child;
    }

    private static bool IsSetting(PropertyInfo property) =>
        property.GetIndexParameters().Length == 0
        && (property.SetMethod?.IsPublic == true || (property.CanRead && !SettingValue.IsScalar(property.PropertyType) && ElementOf(property.PropertyType) is not null));

    private static Type? DictionaryValue(Type type) => Implemented(type)
        .FirstOrDefault(part => part.GetGenericTypeDefinition() == typeof(IDictionary<,>) || part.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        ?.GetGenericArguments()[1];

    private static Type? ElementOf(Type type) => Implemented(type)
        .FirstOrDefault(part => part.GetGenericTypeDefinition() == typeof(IEnumerable<>))
        ?.GetGenericArguments()[0];

    private static IEnumerable<Type> Implemented(Type type) => type.GetInterfaces().Append(type).Where(part => part.IsGenericType);
}
