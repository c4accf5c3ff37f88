using System.Text.Json;
using System.Text.Json.Nodes;

namespace Listening.Tests.EndToEnd.Federation;

/// <summary>The judge on an export that is right in everything but one.</summary>
public sealed class StoreJudgeTests
{
    private static readonly DateTimeOffset Noon = new(2026, 10, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly ExpectedStore Expected = Federation();

    [Fact]
    public void A_perfect_export_shows_no_difference() => Assert.Empty(StoreJudge.Judge(Expected, PerfectReading.Export(Expected)));

    [Fact]
    public void A_post_that_is_not_there_is_missing()
    {
        var entry = First(ExpectedPresence.Live);
        Assert.Equal(DifferenceKind.Missing, Kind(export => export.RemoveAll(line => IsOf(line, entry))));
        Assert.Equal(DifferenceKind.Missing, Kind(export => Exchange(export, entry, PerfectReading.Tombstone(entry))));
        Assert.Equal(DifferenceKind.Missing, Kind(export => export.RemoveAll(line => IsOf(line, First(ExpectedPresence.Deleted)))));
    }

    [Fact]
    public void A_post_that_no_host_lists_is_invented() =>
        Assert.Equal(DifferenceKind.Invented, Kind(export => export.Add(PerfectReading.With(export[0], "post_key", "https://a/users/b/statuses/none"))));

    [Fact]
    public void A_post_that_stands_there_twice_or_was_seen_twice_via_one_host_is_doubled()
    {
        Assert.Equal(DifferenceKind.Doubled, Kind(export => export.Add(export[5])));
        Assert.Equal(DifferenceKind.Doubled, Kind(export => export[5] = PerfectReading.With(export[5], "seen_via", new JsonArray(new JsonObject { ["host"] = "one" }, new JsonObject { ["host"] = "one" }))));
    }

    [Fact]
    public void An_old_text_an_old_time_a_deleted_post_and_a_lost_hashtag_are_stale()
    {
        var entry = Expected.Entries.First(entry => entry is { Presence: ExpectedPresence.Live, EditedAt: not null });
        var deleted = First(ExpectedPresence.Deleted);
        var without = Expected.Entries.First(entry => entry.Because == "its hashtag was edited out");
        Assert.Equal(DifferenceKind.Stale, Kind(export => Exchange(export, entry, PerfectReading.With(PerfectReading.Live(entry), "text", "as it was"))));
        Assert.Equal(DifferenceKind.Stale, Kind(export => Exchange(export, entry, PerfectReading.With(PerfectReading.Live(entry), "edited_at", null))));
        Assert.Equal(DifferenceKind.Stale, Kind(export => Exchange(export, entry, PerfectReading.With(PerfectReading.Live(entry), "engagement", new JsonObject { ["likes"] = entry.Likes - 1 }))));
        Assert.Contains(DifferenceKind.Stale, Kinds(export => Exchange(export, deleted, PerfectReading.Live(deleted))));
        Assert.Contains(DifferenceKind.Stale, Kinds(export => export.Add(PerfectReading.Live(without))));
    }

    [Fact]
    public void What_an_author_or_its_visibility_forbids_is_leaked()
    {
        var optedOut = Expected.Entries.First(entry => entry is { Presence: ExpectedPresence.Absent, Because: "its author opted out" });
        var unlisted = Expected.Entries.First(entry => entry.Because == "it is unlisted");
        var deleted = First(ExpectedPresence.Deleted);
        var shy = Expected.Entries.First(entry => entry is { Presence: ExpectedPresence.Live, IsSearchable: false });
        Assert.Equal(DifferenceKind.Leaked, Kind(export => export.Add(PerfectReading.Live(optedOut))));
        Assert.Equal(DifferenceKind.Leaked, Kind(export => export.Add(PerfectReading.Live(unlisted))));
        Assert.Equal(DifferenceKind.Leaked, Kind(export => Exchange(export, shy, PerfectReading.With(PerfectReading.Live(shy), "searchable", true))));
        Assert.Equal(DifferenceKind.Leaked, Kind(export => Exchange(export, deleted, PerfectReading.With(PerfectReading.Tombstone(deleted), "media", new JsonArray(new JsonObject { ["alt"] = "a stage" })))));
        Assert.Equal(DifferenceKind.Leaked, Kind(export => Exchange(export, deleted, PerfectReading.With(PerfectReading.Tombstone(deleted), "author", new JsonObject { ["key"] = deleted.AuthorKey }))));
        Assert.Equal(DifferenceKind.Leaked, Kind(export => export[3] = PerfectReading.With(export[3], "quote_of", new JsonObject { ["text"] = $"Confidential {optedOut.Word}" })));
    }

    [Fact]
    public void A_search_that_finds_too_little_too_much_or_the_wrong_is_told()
    {
        var found = Expected.Entries.Where(entry => entry is { Presence: ExpectedPresence.Live, IsSearchable: true } && Has(entry, "revised")).Select(entry => entry.PostKey).ToList();
        var shy = Expected.Entries.First(entry => entry is { Presence: ExpectedPresence.Live, IsSearchable: false } && !Has(entry, "revised"));
        var other = Expected.Entries.First(entry => entry is { Presence: ExpectedPresence.Live, IsSearchable: true } && !Has(entry, "revised"));
        Assert.NotEmpty(found);
        Assert.Empty(Search(found));
        Assert.Equal(DifferenceKind.Missing, Assert.Single(Search(found[1..])).Kind);
        Assert.Equal(DifferenceKind.Leaked, Assert.Single(Search([.. found, shy.PostKey])).Kind);
        Assert.Equal(DifferenceKind.Stale, Assert.Single(Search([.. found, other.PostKey])).Kind);
        Assert.Equal(DifferenceKind.Doubled, Assert.Single(Search([.. found, found[0]])).Kind);
        Assert.Equal(DifferenceKind.Leaked, Assert.Single(SearchJudge.Judge(Expected, new StoreReading { Named = [Expected.Unnamed.First()] })).Kind);
    }

    private static IReadOnlyList<Difference> Search(IReadOnlyList<string> found) =>
        SearchJudge.Judge(Expected, new StoreReading { Found = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["Revised"] = found } });

    private static bool Has(ExpectedEntry entry, string word) => entry.Text!.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static ExpectedStore Federation()
    {
        var script = new FederationScript(7, Noon);
        var turn = script.Turn(Noon.AddSeconds(20));
        var authors = turn.Over(script.Past).ToDictionary(post => post.Key, post => post.Author.Acct, StringComparer.Ordinal);
        return ExpectedStore.Of(script.Hosts, turn.Over(script.Past), key => $"https://a/users/{authors[key]}/statuses/{key[2..^1]}", ExpectedTimes.Of(Noon.AddSeconds(20), turn.Ends.AddSeconds(1)));
    }

    private static ExpectedEntry First(ExpectedPresence presence) => Expected.Entries.First(entry => entry.Presence == presence);

    private static void Exchange(List<string> export, ExpectedEntry entry, string line) => export[export.FindIndex(other => IsOf(other, entry))] = line;

    private static bool IsOf(string line, ExpectedEntry entry) => JsonDocument.Parse(line).RootElement.GetProperty("post_key").GetString() == entry.PostKey;

    private static DifferenceKind Kind(Action<List<string>> spoil) => Assert.Single(Kinds(spoil).Distinct());

    private static IEnumerable<DifferenceKind> Kinds(Action<List<string>> spoil)
    {
        var export = PerfectReading.Export(Expected);
        spoil(export);
        return StoreJudge.Judge(Expected, export).Select(difference => difference.Kind);
    }
}
