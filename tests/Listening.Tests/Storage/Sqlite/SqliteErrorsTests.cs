using Listening.Storage.Sqlite;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Listening.Tests.Storage.Sqlite;

public sealed class SqliteErrorsTests : IDisposable
{
    private readonly SqliteTestStore _file = new();
    private readonly PostSamples _samples = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        await File.WriteAllTextAsync(_file.Path, string.Concat(Enumerable.Repeat("Dear diary, today we had no events at all.\n", 200)), Ct);

        await AssertUnavailableAsync(_file.Open().Store.PrepareAsync(Ct), "is not a data file of Listening");

        Assert.StartsWith("Dear diary", await File.ReadAllTextAsync(_file.Path, Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_named_with_the_remedy()
    {
        using (var database = new SqliteDatabase(_file.Path))
        {
            await database.PrepareAsync(Ct);
            await new SqlitePostStore(database, TimeProvider.System).UpsertAsync([.. Enumerable.Range(0, 500).Select(i => _samples.New($"{i}"))], Ct);
        }

        await using (var file = File.Open(_file.Path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = 8_192;
            file.Write(new byte[file.Length - 8_192]);
        }

        await AssertUnavailableAsync(_file.Open().Posts.UpsertAsync([_samples.New("new")], Ct), "is damaged: put back a backup");
    }

    [Fact]
    public async Task A_store_that_was_never_prepared_says_that_its_file_cannot_be_opened() =>
        await AssertUnavailableAsync(_file.Open().Store.InfoAsync(Ct), "cannot be opened");

    [Fact]
    public async Task A_folder_that_is_a_file_is_named()
    {
        await File.WriteAllTextAsync(_file.Path, "a file", Ct);
        using var database = new SqliteDatabase(Path.Combine(_file.Path, "listening.db"));

        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => database.PrepareAsync(Ct));

        Assert.Contains($"'{_file.Path}' cannot be created", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_the_right_to_write_is_named()
    {
        if (OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess)
        {
            Assert.Skip("An administrator may write everywhere: run the tests as another user to see a read-only folder refused.");
            return;
        }

        File.SetUnixFileMode(Path.GetDirectoryName(_file.Path)!, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await AssertUnavailableAsync(_file.Open().Store.PrepareAsync(Ct), "cannot be opened: check that its folder exists and that you may write there");
    }

    [Fact]
    public async Task A_disk_that_is_full_costs_the_batch_and_nothing_else()
    {
        var database = _file.OpenDatabase();
        await database.PrepareAsync(Ct);
        var posts = new SqlitePostStore(database, TimeProvider.System);
        await posts.UpsertAsync([_samples.New("1")], Ct);

        var failed = database.WriteAsync(
            session =>
            {
                session.Execute($"CREATE TABLE filling (a TEXT)");
                session.Number($"PRAGMA max_page_count = 1");
                session.Execute($"INSERT INTO filling VALUES ({new string('x', 10_000_000)})");
            },
            Ct);

        await AssertUnavailableAsync(failed, "is full: free some space");
        Assert.Single(await posts.GetAsync([_samples.Key("1")], Ct));
    }

    [Theory]
    [InlineData(5, "is held by another program")]
    [InlineData(8, "cannot be written to")]
    [InlineData(10, "check the disk")]
    [InlineData(11, "is damaged")]
    [InlineData(13, "is full")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "is not a data file of Listening")]
    public void Every_failure_of_the_file_has_one_sentence_with_a_remedy(int code, string words)
    {
        var sentence = SqliteErrors.Explain(new SqliteException("internal words", code), Path.Combine("data", "listening.db"));

        Assert.Contains(words, sentence, StringComparison.Ordinal);
        Assert.Contains("data", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("internal words", sentence, StringComparison.Ordinal);
        Assert.Equal(1, sentence!.Count(character => character == ':'));
    }

    [Fact]
    public void A_mistake_of_ours_is_not_blamed_on_the_file() => Assert.Null(SqliteErrors.Explain(new SqliteException("syntax error", 1), "listening.db"));

    private async Task AssertUnavailableAsync(Task operation, string words)
    {
        var failure = await Assert.ThrowsAsync<StoreUnavailableException>(() => operation);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetDirectoryName(_file.Path)!, failure.Message, StringComparison.Ordinal);
    }
}
