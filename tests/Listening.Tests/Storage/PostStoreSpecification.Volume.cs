using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task Posts_and_people_are_counted_by_hour()
    {
        var hour = Utc(2026, 11, 2, 12);
        await UpsertAsync(
            Samples.New("1", "mara", hour),
            Samples.New("2", "mara", hour.AddMinutes(59).AddMilliseconds(59_999)),
            Samples.New("3", "tom", hour.AddMinutes(30)),
            Samples.New("4", "tom", hour.AddHours(2)));

        Assert.Equal([new(3, 2), new(0, 0), new(1, 1)], await VolumeAsync([hour, hour.AddHours(1), hour.AddHours(2), hour.AddHours(3)]));
    }

    [Fact]
    public async Task The_first_instant_of_an_interval_counts_and_the_last_does_not()
    {
        await UpsertAsync(Samples.New("1", at: Noon.AddMilliseconds(-1)), Samples.New("2", at: Noon), Samples.New("3", at: Noon.AddHours(1)));

        Assert.Equal([new(1, 1)], await VolumeAsync([Noon, Noon.AddHours(1)]));
    }

    [Fact]
    public async Task A_person_who_writes_in_two_intervals_counts_in_both()
    {
        await UpsertAsync(Samples.New("1", at: Noon), Samples.New("2", at: Noon.AddDays(1)));

        Assert.Equal([new(1, 1), new(1, 1)], await VolumeAsync([Noon, Noon.AddDays(1), Noon.AddDays(2)]));
        Assert.Equal([new(2, 1)], await VolumeAsync([Noon, Noon.AddDays(2)]));
    }

    [Theory]
    [InlineData("UTC", 2, 2)]
    [InlineData("America/New_York", 3, 1)]
    public async Task People_are_counted_by_day_in_a_zone(string zone, int posts, int postsNextDay)
    {
        await UpsertAsync(
            Samples.New("1", "mara", Utc(2026, 11, 10, 12)),
            Samples.New("2", "tom", Utc(2026, 11, 10, 23)),
            Samples.New("3", "ada", Utc(2026, 11, 11, 4).AddMilliseconds(3_599_999)),
            Samples.New("4", "ada", Utc(2026, 11, 11, 5)));

        Assert.Equal(
            [new(posts, posts), new(postsNextDay, 1)],
            await VolumeAsync(Midnights(zone, 2026, 11, 10, days: 2, step: 1)));
    }

    [Theory]
    [InlineData("UTC", 2)]
    [InlineData("America/New_York", 1)]
    public async Task People_are_counted_by_week_in_a_zone(string zone, int postsNextWeek)
    {
        // Monday the 9th of November 2026 begins the first week; New York is five hours behind.
        await UpsertAsync(
            Samples.New("1", "mara", Utc(2026, 11, 9, 4)),
            Samples.New("2", "mara", Utc(2026, 11, 9, 5)),
            Samples.New("3", "tom", Utc(2026, 11, 15, 23)),
            Samples.New("4", "tom", Utc(2026, 11, 16, 4)),
            Samples.New("5", "tom", Utc(2026, 11, 16, 5)));

        Assert.Equal([new(3, 2), new(postsNextWeek, 1)], await VolumeAsync(Midnights(zone, 2026, 11, 9, days: 14, step: 7)));
    }

    [Fact]
    public async Task The_day_when_clocks_go_back_has_twenty_five_hours()
    {
        // New York, 1 November 2026: from 04:00 UTC to 05:00 UTC of the next day.
        await UpsertAsync(
            Samples.New("0", "ada", Utc(2026, 11, 1, 3)),
            Samples.New("1", "mara", Utc(2026, 11, 1, 4)),
            Samples.New("2", "tom", Utc(2026, 11, 1, 5).AddMinutes(30)),
            Samples.New("3", "tom", Utc(2026, 11, 1, 6).AddMinutes(30)),
            Samples.New("4", "ada", Utc(2026, 11, 2, 4).AddMinutes(59)),
            Samples.New("5", "ada", Utc(2026, 11, 2, 5)));

        Assert.Equal([new(1, 1), new(4, 3), new(1, 1)], await VolumeAsync(Midnights("America/New_York", 2026, 10, 31, days: 3, step: 1)));
    }

    [Fact]
    public async Task The_day_when_clocks_go_forward_has_twenty_three_hours()
    {
        // New York, 8 March 2026: from 05:00 UTC to 04:00 UTC of the next day.
        await UpsertAsync(
            Samples.New("1", "mara", Utc(2026, 3, 8, 5)),
            Samples.New("2", "mara", Utc(2026, 3, 9, 3).AddMinutes(59)),
            Samples.New("3", "mara", Utc(2026, 3, 9, 4)));

        Assert.Equal([new(2, 1), new(1, 1)], await VolumeAsync(Midnights("America/New_York", 2026, 3, 8, days: 2, step: 1)));
    }

    [Fact]
    public async Task Bots_are_no_people_and_nobody_who_may_be_one_is_left_out()
    {
        await UpsertAsync(
            Samples.New("1") with { Author = Samples.Author("bot", isBot: true) },
            Samples.New("2") with { Author = Samples.Author("unknown", isBot: null) },
            Samples.New("3") with { Author = Samples.Author("person", isBot: false) });

        Assert.Equal([new(3, 2)], await VolumeAsync([Noon, Noon.AddHours(1)]));
    }

    [Fact]
    public async Task A_person_who_writes_on_both_sides_of_the_end_of_a_month_is_one()
    {
        var end = Utc(2026, 12, 1, 0);
        await UpsertAsync(
            Samples.New("1", "mara", end.AddMilliseconds(-1)),
            Samples.New("2", "mara", end),
            Samples.New("3", "tom", end.AddHours(2)),
            Samples.New("4", "ada", end.AddHours(-20)),
            Samples.New("5", "zoe", end.AddMilliseconds(-200)),
            Samples.New("6", "zoe", end.AddHours(1)));
        // The own host says that it was already the next month.
        await UpsertAsync(Samples.New("5", "zoe", end.AddMilliseconds(100), host: "events.example"));

        Assert.Equal([new(1, 1), new(5, 3)], await VolumeAsync([end.AddHours(-24), end.AddHours(-12), end.AddHours(12)]));
        Assert.Equal([new(2, 2), new(4, 3)], await VolumeAsync([end.AddDays(-1), end, end.AddDays(1)]));
        Assert.Equal([new(6, 4)], await VolumeAsync([end.AddDays(-30), end.AddDays(30)]));
    }

    [Fact]
    public async Task Many_people_are_counted_exactly()
    {
        await UpsertAsync([.. Enumerable.Range(0, 3_500).Select(i => Samples.New($"{i}", $"person{i}", Noon.AddMilliseconds(i)))]);

        Assert.Equal([new(3_500, 3_500)], await VolumeAsync([Noon, Noon.AddHours(1)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task People_stay_exact_whatever_arrives_late_changes_or_leaves(int seed)
    {
        var random = new Random(seed);
        for (var step = 0; step < 60; step++)
        {
            var (name, person) = ($"{random.Next(40)}", $"person{random.Next(5)}");
            // Several posts of one instant are usual after an import.
            var at = Noon.AddHours(random.Next(24) * 3);
            var post = Samples.New(name, person, at) with { Author = Samples.Author(person, isBot: random.Next(8) == 0) };
            await (random.Next(10) switch
            {
                0 => Store.DeleteAsync([Samples.Key(name)], Ct),
                1 => Store.EraseAuthorsAsync([Samples.Author(person).Key], Ct),
                2 => UpsertAsync(post with { Matched = [Samples.OtherTag], EditedAt = at.AddDays(step) }),
                3 => UpsertAsync(post with { EditedAt = at.AddDays(step) }),
                _ => UpsertAsync(post),
            });
        }

        var posts = await ReadAsync(Samples.Tag);
        DateTimeOffset[] edges = [.. Enumerable.Range(-1, 8).Select(half => Noon.AddHours(12 * half))];
        Assert.Equal(edges.Zip(edges.Skip(1), (from, to) => Counted(posts, from, to)), await VolumeAsync(edges));
        Assert.Equal([Counted(posts, edges[0], edges[^1])], await VolumeAsync([edges[0], edges[^1]]));
    }

    [Fact]
    public async Task Two_hashtags_share_a_post()
    {
        var shared = Samples.New("1") with { Matched = [Samples.Tag, Samples.OtherTag], MatchedVia = [MatchedVia.TagField, MatchedVia.TagField] };
        await UpsertAsync(shared, Samples.New("2", "tom"));

        Assert.Equal([new(2, 2)], await VolumeAsync([Noon, Noon.AddHours(1)]));
        Assert.Equal([new(1, 1)], await Store.VolumeAsync(Samples.OtherTag, [Noon, Noon.AddHours(1)], Ct));
        Assert.Equal(Json(shared), Lines(await ReadAsync(Samples.OtherTag)));
    }

    [Fact]
    public async Task A_hashtag_found_later_is_added_to_a_known_post()
    {
        await UpsertAsync(Samples.New("1"));
        await UpsertAsync(Samples.New("1") with { Matched = [Samples.OtherTag], MatchedVia = [MatchedVia.Text] });

        Assert.Equal([new(1, 1)], await VolumeAsync([Noon, Noon.AddHours(1)]));
        Assert.Equal([new(1, 1)], await Store.VolumeAsync(Samples.OtherTag, [Noon, Noon.AddHours(1)], Ct));
    }

    [Fact]
    public async Task Own_posts_are_given_by_author_and_day()
    {
        var edges = Midnights("America/New_York", 2026, 11, 10, days: 3, step: 1);
        await UpsertAsync(
            Samples.New("1", "mara", edges[0]),
            Samples.New("2", "mara", edges[0].AddHours(3)) with { Kind = PostKind.Quote },
            Samples.New("3", "mara", edges[0].AddHours(9)) with { Kind = PostKind.Reply, ReplyTo = PostReference.To("https://elsewhere.example/1", null) },
            Samples.New("4", "mara", edges[0].AddHours(12)) with { Kind = PostKind.Repost },
            Samples.New("5", "tom", edges[0].AddHours(5)) with { Kind = PostKind.Repost },
            Samples.New("6", "mara", edges[2]),
            Samples.New("7", "mara", edges[3]));

        Assert.Equal(
            [
                new AuthorDay(Samples.Author("mara").Key, 0, 3, 1, edges[0], edges[0].AddHours(9)),
                new AuthorDay(Samples.Author("mara").Key, 2, 1, 0, edges[2], edges[2]),
                new AuthorDay(Samples.Author("tom").Key, 0, 0, 1, edges[0].AddHours(5), edges[0].AddHours(5)),
            ],
            (await Store.AuthorDaysAsync(Samples.Tag, edges, Ct)).OrderBy(day => day.AuthorKey, StringComparer.Ordinal).ThenBy(day => day.Index));
    }

    [Fact]
    public async Task Days_of_many_authors_are_all_given()
    {
        await UpsertAsync([.. Enumerable.Range(0, 2_400).Select(i => Samples.New($"{i}", $"author{i / 2}", Noon.AddDays(i % 2)))]);

        var days = await Store.AuthorDaysAsync(Samples.Tag, [Noon, Noon.AddDays(1), Noon.AddDays(2)], Ct);

        Assert.Equal(2_400, days.Count);
        Assert.Equal(1_200, days.Select(day => day.AuthorKey).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task An_author_is_shown_as_on_the_newest_live_post()
    {
        await UpsertAsync(
            Samples.New("1", at: Noon) with { Author = Samples.Author("mara") with { Name = "Older" } },
            Samples.New("2", at: Noon.AddHours(1)) with { Author = Samples.Author("mara") with { Name = "Newer" } },
            Samples.New("3", at: Noon.AddHours(2)) with { Author = Samples.Author("mara") with { Name = "Deleted" } });
        await Store.DeleteAsync([Samples.Key("3")], Ct);

        var authors = await Store.AuthorsAsync([Samples.Author("mara").Key, Samples.Author("nobody").Key], Ct);

        Assert.Equal(Samples.Author("mara") with { Name = "Newer" }, Assert.Single(authors));
    }

    [Fact]
    public async Task Many_authors_are_given_at_once()
    {
        await UpsertAsync([.. Enumerable.Range(0, 1_200).Select(i => Samples.New($"{i}", $"author{i}"))]);

        var authors = await Store.AuthorsAsync([.. Enumerable.Range(0, 1_200).Select(i => Samples.Author($"author{i}").Key)], Ct);

        Assert.Equal(1_200, authors.Count);
        Assert.Empty(await Store.AuthorsAsync([], Ct));
    }

    private static VolumeCount Counted(IEnumerable<Post> posts, DateTimeOffset from, DateTimeOffset to)
    {
        var within = posts.Where(post => post.CreatedAt >= from && post.CreatedAt < to).ToArray();
        return new VolumeCount(within.Length, within.Where(post => post.Author is { IsBot: not true }).Select(post => post.Author!.Key).Distinct().Count());
    }

    private async Task<IReadOnlyList<VolumeCount>> VolumeAsync(IReadOnlyList<DateTimeOffset> edges) => await Store.VolumeAsync(Samples.Tag, edges, Ct);

    private static DateTimeOffset Utc(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset[] Midnights(string zone, int year, int month, int day, int days, int step)
    {
        var first = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return [.. Enumerable.Range(0, (days / step) + 1).Select(i => new DateTimeOffset(
            TimeZoneInfo.ConvertTimeToUtc(first.AddDays(i * step), TimeZoneInfo.FindSystemTimeZoneById(zone))))];
    }
}
