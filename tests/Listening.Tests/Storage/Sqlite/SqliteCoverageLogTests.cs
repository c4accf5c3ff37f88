namespace Listening.Tests.Storage.Sqlite;

public sealed class SqliteCoverageLogTests : CoverageLogSpecification
{
    private readonly SqliteTestStore _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return base.DisposeAsync();
    }

    protected override Task<StoreUnderTest> OpenAsync() => _file.OpenPreparedAsync();
}
