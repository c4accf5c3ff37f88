using System.Globalization;

namespace Listening.Benchmarks;

/// <summary>What was typed after the benchmark's name: <c>--name value</c>.</summary>
internal sealed class Arguments(IEnumerable<string> arguments)
{
    private readonly string[] _arguments = [.. arguments];

    public int Number(string name, int otherwise) =>
        Array.IndexOf(_arguments, name) is >= 0 and var at && at + 1 < _arguments.Length
            ? int.Parse(_arguments[at + 1], CultureInfo.InvariantCulture)
            : otherwise;
}
