namespace Listening.Worker.Imports;

/// <summary>Lines, and who can read them.</summary>
internal sealed record ImportedFile(IImportFormat Format, IAsyncEnumerable<ImportedLine> Lines);
