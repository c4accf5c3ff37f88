using Listening.Tests.Support;

namespace Listening.Tests.Polling;

public sealed class RetentionTests
{
    [Fact]
    public async Task What_would_expire_at_once_is_not_kept_and_nobody_reads_back_further()
    {
        await using var engine = await Engine.StartAsync(new() { ["Retention:Posts"] = "10.00:00:00" });
        for (var id = 1; id <= 9; id++)
        {
            engine.Source.Add(id, EnginePosts.Post("mara", engine.Time.GetUtcNow().AddDays((id - 10) * 3), id: id.ToString()));
        }

        await engine.TickAsync();

        Assert.Equal(["7", "8", "9"], (await engine.StoredAsync()).Select(post => post.PostKey.Split('/')[^1]));
        Assert.Equal(["forward", "back 7"], engine.Source.Requests);
    }
}
