using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Theory]
    [InlineData(-600, 600)]
    [InlineData(-90, 90)]
    [InlineData(0, 60)]
    [InlineData(5, 55)]
    [InlineData(55, 65)]
    [InlineData(61, 61)]
    [InlineData(-30, 245)]
    public async Task Totals_of_any_range_count_each_post_once_and_only_while_it_is_live(int fromMinute, int toMinute)
    {
        var posts = Enumerable.Range(0, 40)
            .Select(number => Samples.New($"{number}", $"author{number}", Noon.AddMinutes((number * 13) - 200)) with { Searchable = number % 3 != 0 })
            .ToArray();
        await UpsertAsync(posts);
        await Store.DeleteAsync([Samples.Key("7"), Samples.Key("9"), Samples.Key("20")], Ct);
        await UpsertAsync(posts[11], posts[12] with { Searchable = true });
        List<Post> stored = [];
        await foreach (var post in Store.ReadAsync(Samples.Tag, Noon.AddMinutes(fromMinute), Noon.AddMinutes(toMinute), tombstones: false, Ct))
        {
            stored.Add(post);
        }

        var found = await Store.SearchAsync(new PostQuery { Hashtag = Samples.Tag, From = Noon.AddMinutes(fromMinute), To = Noon.AddMinutes(toMinute), Limit = 1 }, Ct);

        Assert.Equal((stored.Count, stored.Count(post => !post.Searchable)), (found.Total, found.Unsearchable));
    }

    [Fact]
    public async Task Totals_without_a_range_follow_an_erased_author()
    {
        await UpsertAsync(Samples.New("1"), Samples.New("2", "tom"));

        await Store.EraseAuthorsAsync([Samples.Author("tom").Key], Ct);

        Assert.Equal(1, (await SearchAsync()).Total);
    }
}
