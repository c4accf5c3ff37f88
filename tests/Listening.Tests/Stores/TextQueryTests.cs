using CsCheck;
using Listening.Stores;

namespace Listening.Tests.Stores;

public sealed class TextQueryTests
{
    [Theory]
    [InlineData("Stage Lights", "stage|lights", "")]
    [InlineData("\"The Stage\" tonight", "the stage|tonight", "")]
    [InlineData("stage -curtain -\"red carpet\"", "stage", "curtain|red carpet")]
    [InlineData("-curtain", "", "curtain")]
    [InlineData("„Große Bühne“", "grosse buhne", "")]
    [InlineData("\"not closed", "not closed", "")]
    [InlineData("a\"b c\"d", "a|b c|d", "")]
    [InlineData("O'Neill e-mail", "o neill|e mail", "")]
    [InlineData("展示会", "展 示 会", "")]
    [InlineData("stage - curtain", "stage|curtain", "")]
    [InlineData("--curtain", "", "curtain")]
    [InlineData("🎪 stage", "stage", "")]
    public void What_people_type_is_understood(string typed, string required, string excluded)
    {
        var query = TextQuery.Parse(typed);

        Assert.Equal((required, excluded), (string.Join('|', query!.Required), string.Join('|', query.Excluded)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("🎪 ! - \"\" \"")]
    public void Nothing_to_search_for_is_no_query(string? typed) => Assert.Null(TextQuery.Parse(typed));

    [Fact]
    public void Any_input_is_understood() => Gen.String[Gen.Char["ab -\"“”„\t🎪é"], 0, 20].Sample(typed =>
    {
        var query = TextQuery.Parse(typed);
        Assert.All(query?.Required.Concat(query.Excluded) ?? [], term => Assert.NotEqual("", term));
    });
}
