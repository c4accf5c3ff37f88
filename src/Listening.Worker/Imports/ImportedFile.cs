namespace Listening.Worker.Imports;

/// <summary>Lines, and who can read them.</summary>
/// <param name="Format">Who can read them.</param>
/// <param name="Lines">From the first one on.</param>
internal sealed record ImportedFile(IImportFormat Format, IAsyncEnumerable<ImportedLine> Lines)
{
    /// <summary>See <see cref="Stores.ImportPosition.File"/>; null for what can be read only once.</summary>
    public string? Digest { get; init; }
}
