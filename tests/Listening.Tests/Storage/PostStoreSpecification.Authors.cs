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

        Assert.Equal([Samples.Author("mara").Key], (await Store.AuthorsNamedAsync([handle.ToUpperInvariant()], Ct)).Select(author => author.Key));
        Assert.Empty(await Store.AuthorsNamedAsync([$"@{Samples.Named("nobody")}@events.example"], Ct));
    }

    [Fact]
    public async Task Handles_that_differ_by_an_accent_are_those_of_two_people()
    {
        var (plain, accented) = ($"@{Samples.Named("jose")}@events.example", $"@{Samples.Named("josé")}@events.example");
        await UpsertAsync(
            Samples.New("1", "jose") with { Author = Samples.Author("jose") with { Handle = plain } },
            Samples.New("2", "another") with { Author = Samples.Author("another") with { Handle = accented } });

        Assert.Equal([Samples.Author("jose").Key], (await Store.AuthorsNamedAsync([plain], Ct)).Select(author => author.Key));
        Assert.Equal([Samples.Author("another").Key], (await Store.AuthorsNamedAsync([accented], Ct)).Select(author => author.Key));
    }

    [Fact]
    public async Task Authors_are_found_by_many_handles_at_once_also_by_one_that_they_had_before()
    {
        string[] handles = [.. Enumerable.Range(0, 1_200).Select(i => $"@{Samples.Named($"user{i}")}@events.example")];
        await UpsertAsync([.. handles.Select((handle, i) => Samples.New($"{i}") with { Author = Samples.Author($"user{i}") with { Handle = handle } })]);
        await UpsertAsync(Samples.New("renamed", at: Noon.AddDays(1)) with { Author = Samples.Author("user7") with { Handle = "@another@events.example" } });

        var found = await Store.AuthorsNamedAsync(handles, Ct);

        Assert.Equal(1_200, found.Select(author => author.Key).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal("@another@events.example", found.Single(author => author.Key == Samples.Author("user7").Key).Handle);
    }
}
