namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task An_author_is_found_by_handle_whatever_its_case()
    {
        var handle = $"@{Samples.Named("mara")}@events.example";
        await UpsertAsync(
            Samples.New("1") with { Author = Samples.Author("mara") with { Handle = handle } },
            Samples.New("2") with { Author = Samples.Author("mara") with { Handle = handle } },
            Samples.New("3", "tom"));

        Assert.Equal([Samples.Author("mara").Key], (await Store.AuthorsNamedAsync(handle.ToUpperInvariant(), Ct)).Select(author => author.Key));
        Assert.Empty(await Store.AuthorsNamedAsync($"@{Samples.Named("nobody")}@events.example", Ct));
    }
}
