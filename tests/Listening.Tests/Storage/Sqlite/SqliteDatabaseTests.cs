using System.Globalization;
using Listening.Storage.Sqlite;
using Listening.Stores;
using Listening.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Listening.Tests.Storage.Sqlite;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly SqliteTestStore _file = new();
    private readonly PostSamples _samples = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task An_empty_folder_gets_the_whole_schema_in_a_write_ahead_file()
    {
        await _file.OpenPreparedAsync();

        Assert.Equal(SqliteMigrations.All.Count, Number("PRAGMA user_version"));
        Assert.Equal(1, Number("SELECT count(*) FROM pragma_journal_mode WHERE journal_mode = 'wal'"));
        Assert.Equal(0, Number("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"));
    }

    [Fact]
    public async Task A_missing_folder_is_created()
    {
        using var folder = new TemporaryFolder();
        using var database = new SqliteDatabase(folder.File(Path.Combine("a", "b", "listening.db")));

        await database.PrepareAsync(Ct);

        Assert.True(File.Exists(database.Path));
    }

    [Fact]
    public async Task An_older_file_is_brought_up_to_date_and_keeps_its_posts()
    {
        SqliteMigrations.Apply(Connect, _file.Path, [SqliteMigrations.All[0]]);
        await _file.Open().Posts.UpsertAsync([_samples.New("1")], Ct);

        var store = await _file.OpenPreparedAsync();

        Assert.Equal(SqliteMigrations.All.Count, Number("PRAGMA user_version"));
        Assert.Single(await store.Posts.GetAsync([_samples.Key("1")], Ct));
        Assert.Empty(await store.Tracking.HashtagsAsync(Ct));
    }

    [Fact]
    public async Task An_older_file_knows_after_the_update_which_posts_are_by_the_same_person()
    {
        SqliteMigrations.Apply(Connect, _file.Path, [.. SqliteMigrations.All.Take(8)]);
        var noon = PostSamples.Noon;
        await _file.Open().Posts.UpsertAsync([_samples.New("1", "mara", noon), _samples.New("2", "mara", noon.AddHours(1)), _samples.New("3", "tom", noon.AddHours(2))], Ct);

        var store = await _file.OpenPreparedAsync();

        Assert.Equal([new VolumeCount(3, 2)], await store.Posts.VolumeAsync(_samples.Tag, [noon, noon.AddDays(1)], Ct));
        Assert.Equal([new VolumeCount(2, 2)], await store.Posts.VolumeAsync(_samples.Tag, [noon.AddHours(1), noon.AddDays(1)], Ct));
    }

    [Fact]
    public async Task A_migration_that_fails_leaves_the_file_as_it_was()
    {
        await _file.OpenPreparedAsync();

        Assert.Throws<SqliteException>(() => SqliteMigrations.Apply(Connect, _file.Path, [.. SqliteMigrations.All, "CREATE TABLE extra (a INTEGER); SELECT * FROM nowhere;"]));

        Assert.Equal(SqliteMigrations.All.Count, Number("PRAGMA user_version"));
        Assert.Equal(0, Number("SELECT count(*) FROM sqlite_schema WHERE name = 'extra'"));
    }

    [Fact]
    public async Task A_newer_file_is_refused_with_one_sentence()
    {
        await _file.OpenPreparedAsync();
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {SqliteMigrations.All.Count + 1}"));

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => _file.Open().Store.PrepareAsync(Ct));

        Assert.Contains("newer version", refused.Message, StringComparison.Ordinal);
        Assert.Contains(_file.Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE theirs (a INTEGER)");

        var refused = await Assert.ThrowsAsync<StoreUnavailableException>(() => _file.Open().Store.PrepareAsync(Ct));

        Assert.Contains("not a data file of Listening", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, Number("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task Four_processes_may_prepare_a_new_file_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _file.Open().Store.PrepareAsync(Ct), Ct)));

        Assert.Equal(SqliteMigrations.All.Count, Number("PRAGMA user_version"));
    }

    [Fact]
    public async Task Writers_of_several_instances_wait_for_each_other_and_lose_nothing()
    {
        await _file.OpenPreparedAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(
            async () =>
            {
                var posts = _file.Open().Posts;
                for (var i = 0; i < 10; i++)
                {
                    await posts.UpsertAsync([_samples.New($"{writer}-{i}")], Ct);
                }
            },
            Ct)));

        Assert.Equal(40, (await _file.Open().Store.InfoAsync(Ct)).Posts);
    }

    [Fact]
    public async Task Questions_are_answered_while_another_instance_writes()
    {
        var store = await _file.OpenPreparedAsync();
        await store.Posts.UpsertAsync([_samples.New("1")], Ct);
        using var connection = Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM posts";
        command.ExecuteNonQuery();

        Assert.Equal(1, (await store.Store.InfoAsync(Ct)).Posts);
    }

    [Fact]
    public async Task A_batch_that_is_broken_off_leaves_nothing_and_can_be_repeated()
    {
        var store = await _file.OpenPreparedAsync();
        using var stop = new CancellationTokenSource();
        var posts = new StoppingList([.. Enumerable.Range(0, 40).Select(i => _samples.New($"{i}"))], stop, stopAt: 20);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.Posts.UpsertAsync(posts, stop.Token));

        Assert.Equal(0, (await store.Store.InfoAsync(Ct)).Posts);
        Assert.Equal(0, Number("SELECT (SELECT count(*) FROM post_hashtags) + (SELECT count(*) FROM seen_via) + (SELECT count(*) FROM post_text)"));
        Assert.Equal(new UpsertOutcome(40, 0, 0), await store.Posts.UpsertAsync([.. posts], Ct));
    }

    [Fact]
    public async Task Everything_that_was_committed_is_in_a_copy_taken_without_closing()
    {
        var store = await _file.OpenPreparedAsync();
        await store.Posts.UpsertAsync([_samples.New("1")], Ct);
        using var folder = new TemporaryFolder();
        foreach (var part in new[] { "", "-wal" })
        {
            File.Copy(_file.Path + part, folder.File("listening.db" + part));
        }

        using var copy = new SqliteDatabase(folder.File("listening.db"));
        await copy.PrepareAsync(Ct);

        Assert.Single(await new SqlitePostStore(copy, TimeProvider.System).GetAsync([_samples.Key("1")], Ct));
    }

    [Fact]
    public async Task Erasing_leaves_no_row_behind()
    {
        var store = await _file.OpenPreparedAsync();
        await store.Posts.UpsertAsync([.. Enumerable.Range(0, 1_200).Select(i => _samples.New($"{i}")), _samples.Reply("reply", "unknown")], Ct);

        await store.Posts.EraseHashtagAsync(_samples.Tag, Ct);

        Assert.Equal(0, Number("""
            SELECT (SELECT count(*) FROM posts) + (SELECT count(*) FROM post_hashtags) + (SELECT count(*) FROM seen_via)
                + (SELECT count(*) FROM awaited) + (SELECT count(*) FROM post_text) + (SELECT live_posts FROM totals)
            """));
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={_file.Path};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private long Number(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
