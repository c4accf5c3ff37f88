using System.Globalization;

namespace Listening.Benchmarks;

/// <summary>What was typed after the benchmark's name: <c>--name value</c>.</summary>
internal sealed class Arguments(IEnumerable<string> arguments)
{
    private readonly string[] _arguments = [.. arguments];

    public int Number(string name, int otherwise) => Text(name) is { } number ? int.Parse(number, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name) =>
        Array.IndexOf(_arguments, name) is >= 0 and var at && at + 1 < _arguments.Length ? _arguments[at + 1] : null;
}
