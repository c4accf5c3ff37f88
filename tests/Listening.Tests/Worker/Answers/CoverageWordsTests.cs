using Listening.Worker.Answers;

namespace Listening.Tests.Worker.Answers;

public sealed class CoverageWordsTests
{
    [Theory]
    [InlineData(0.0, "0% of this range was observed.")]
    [InlineData(0.004, "Under 1% of this range was observed.")]
    [InlineData(0.972, "97% of this range was observed.")]
    [InlineData(0.9999, "Over 99% of this range was observed.")]
    [InlineData(1.0, "100% of this range was observed.")]
    [InlineData(null, "How much of this range was observed is not known yet.")]
    public void All_and_nothing_are_said_of_all_and_nothing_only(double? share, string sentence) => Assert.Equal(sentence, CoverageWords.Sentence(share));
}
