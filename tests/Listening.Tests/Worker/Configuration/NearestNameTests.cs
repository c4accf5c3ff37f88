using Listening.Worker.Configuration;

namespace Listening.Tests.Worker.Configuration;

public sealed class NearestNameTests
{
    private static readonly string[] Verbs = ["search", "status", "volume"];

    [Theory]
    [InlineData("serch", "search")]
    [InlineData("STATSU", "status")]
    [InlineData("volumes", "volume")]
    public void A_slip_is_recognised(string written, string meant) => Assert.Equal(meant, NearestName.To(written, Verbs));

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("x")]
    public void Nothing_is_offered_where_nothing_is_near(string written) => Assert.Null(NearestName.To(written, Verbs));
}
