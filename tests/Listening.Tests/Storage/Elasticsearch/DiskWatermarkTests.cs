using Listening.Storage.Elasticsearch;

namespace Listening.Tests.Storage.Elasticsearch;

public sealed class DiskWatermarkTests
{
    private const long Terabyte = 1L << 40;

    [Theory]
    [InlineData("85%", "-1", 1000, 150)]
    [InlineData("85%", null, 1000, 150)]
    [InlineData("0.95", "-1", 1000, 50)]
    [InlineData("500b", "-1", 1000, 500)]
    [InlineData("1.5kb", null, 1000, 1536)]
    [InlineData("90%", "150GB", 10 * Terabyte, 150L << 30)]
    [InlineData("90%", "150GB", Terabyte / 1024, Terabyte / 10240)]
    [InlineData(null, null, 1000, 0)]
    [InlineData("plenty", null, 1000, 0)]
    public void A_watermark_says_how_much_has_to_stay_free(string? watermark, string? headroom, long total, long free) =>
        Assert.Equal(free, DiskWatermark.LeastFree(watermark, headroom, total), tolerance: 1);
}
