namespace Listening.Tests.EndToEnd.Federation;

/// <summary>What came of one run.</summary>
/// <param name="Seed">Of the script.</param>
/// <param name="Expected">For its end.</param>
/// <param name="Export">The lines of the export at its end.</param>
/// <param name="Differences">Everything that was not as it has to be.</param>
/// <param name="Told">What the last worker said.</param>
/// <param name="Took">How long each part took.</param>
internal sealed record FederationResult(int Seed, ExpectedStore Expected, IReadOnlyList<string> Export, IReadOnlyList<Difference> Differences, string Told, string Took)
{
    private const int Shown = 12;

    /// <summary>Empty where nothing of that kind is wrong.</summary>
    public string Of(params IReadOnlyCollection<DifferenceKind> kinds)
    {
        var meant = Differences.Where(difference => kinds.Count == 0 || kinds.Contains(difference.Kind)).OrderBy(difference => difference.Kind).ToList();
        var counts = meant.GroupBy(difference => difference.Kind).Select(kind => $"{kind.Key} {kind.Count()}");
        return meant.Count == 0 ? "" : $"seed {Seed}: {meant.Count} differences: {string.Join(", ", counts)} ({Took})\n{string.Join('\n', meant.Take(Shown))}\n";
    }
}
