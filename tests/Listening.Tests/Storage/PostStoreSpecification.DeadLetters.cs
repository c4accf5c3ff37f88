using Listening.Posts;
using Listening.Stores;

namespace Listening.Tests.Storage;

public abstract partial class PostStoreSpecification
{
    [Fact]
    public async Task A_post_that_does_not_fit_is_put_aside_with_the_reason_and_its_page_is_stored()
    {
        var before = await Letters.CountAsync(Ct);

        var outcome = await Store.UpsertAsync([Samples.New("1"), Unfit("unfit"), Samples.New("2")], Ct);

        Assert.Equal(new UpsertOutcome(2, 0, 1), outcome);
        Assert.Equal(2, (await Store.GetAsync([Samples.Key("1"), Samples.Key("unfit"), Samples.Key("2")], Ct)).Count);
        Assert.Equal(before + 1, await Letters.CountAsync(Ct));
        var letter = Assert.Single(await LettersOfAsync("unfit"));
        Assert.Equal(("mastodon", Samples.Author("mara")), (letter.Post.Platform, letter.Post.Author));
        Assert.NotEmpty(letter.Reason);
        Assert.InRange(letter.At, TimeProvider.System.GetUtcNow().AddMinutes(-1), TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task A_post_has_one_letter_however_often_it_is_refused_and_a_letter_that_was_renewed_is_not_taken_away()
    {
        await Store.UpsertAsync([Unfit("unfit")], Ct);
        var first = Assert.Single(await LettersOfAsync("unfit"));
        await Store.UpsertAsync([first.Post], Ct);

        var isGone = await Letters.RemoveAsync(first, Ct);

        Assert.False(isGone);
        var second = Assert.Single(await LettersOfAsync("unfit"));
        Assert.True(await Letters.RemoveAsync(second, Ct));
        Assert.False(await Letters.RemoveAsync(second, Ct));
        Assert.Empty(await LettersOfAsync("unfit"));
    }

    [Fact]
    public async Task A_refused_change_leaves_the_stored_post_as_it_was()
    {
        var post = Samples.New("1", text: "as it was");
        await Store.UpsertAsync([post], Ct);

        await Store.UpsertAsync([Unfit("1") with { Text = "changed", EditedAt = post.CreatedAt.AddHours(1) }], Ct);

        Assert.Equal("as it was", Assert.Single(await Store.GetAsync([post.PostKey], Ct)).Text);
        Assert.Equal("changed", Assert.Single(await LettersOfAsync("1")).Post.Text);
    }

    [Fact]
    public async Task Letters_of_an_erased_author_go_too()
    {
        await Store.UpsertAsync([Unfit("hers"), Unfit("his", author: "tom")], Ct);

        await Store.EraseAuthorsAsync([Samples.Author("mara").Key], Ct);

        Assert.Empty(await LettersOfAsync("hers"));
        Assert.Single(await LettersOfAsync("his"));
    }

    [Fact]
    public async Task The_letter_of_a_deleted_post_goes_too()
    {
        await Store.UpsertAsync([Unfit("deleted"), Unfit("tombstone"), Unfit("other")], Ct);

        await Store.DeleteAsync([Samples.Key("deleted")], Ct);
        await Store.UpsertAsync([Samples.New("tombstone").ToTombstone()], Ct);

        Assert.Empty(await LettersOfAsync("deleted"));
        Assert.Empty(await LettersOfAsync("tombstone"));
        Assert.Single(await LettersOfAsync("other"));
    }

    [Fact]
    public async Task Letters_of_an_erased_hashtag_go_too_except_those_that_another_one_holds()
    {
        var both = Unfit("both") with { Matched = [Samples.Tag, Samples.OtherTag], MatchedVia = [MatchedVia.Text, MatchedVia.Text] };
        await Store.UpsertAsync([Unfit("one"), both], Ct);

        await Store.EraseHashtagAsync(Samples.Tag, Ct);

        Assert.Empty(await LettersOfAsync("one"));
        Assert.Single(await LettersOfAsync("both"));
    }

    [Fact]
    public async Task A_post_whose_key_no_index_can_hold_or_that_answers_such_a_one_does_not_hold_up_its_page()
    {
        var before = await Letters.CountAsync(Ct);
        var key = Samples.Key(new string('ä', 20_000));
        Post[] page =
        [
            Samples.New("1"),
            Samples.New("2") with { PostKey = key },
            Samples.New("3") with { Kind = PostKind.Reply, ReplyTo = PostReference.To(key, null), ThreadKey = null },
            Samples.New("4") with { Author = Samples.Author(new string('y', 40_000)) },
            Samples.New("5"),
        ];

        await Store.UpsertAsync(page, Ct);
        await Store.UpsertAsync(page, Ct);

        Assert.Equal(["1", "5"], Names(await ReadAsync(Samples.Tag)));
        Assert.Equal(before + 3, await Letters.CountAsync(Ct));
        Assert.Empty(await Store.GetAsync([key], Ct));
        Assert.Empty(await Store.AuthorsAsync([new string('y', 40_000)], Ct));
    }

    private IDeadLetters Letters => _opened.DeadLetters;

    private Post Unfit(string name, string author = "mara") => Samples.New(name, author) with { ThreadKey = new string('x', 40_000) };

    // Through a second instance: letters outlive the process that wrote them.
    private async Task<IReadOnlyList<DeadLetter>> LettersOfAsync(string name) =>
        [.. (await (await OpenAsync()).DeadLetters.ListAsync(Ct)).Where(letter => letter.Post.PostKey == Samples.Key(name))];
}
