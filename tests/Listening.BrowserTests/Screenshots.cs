using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>Takes the pictures; <c>LISTENING_SCREENSHOTS</c> says into which folder.</summary>
public sealed class Screenshots(OpenedWeb opened) : IClassFixture<OpenedWeb>
{
    [Theory]
    [InlineData(360, 1400, ColorScheme.Light)]
    [InlineData(360, 1400, ColorScheme.Dark)]
    [InlineData(1440, 1250, ColorScheme.Light)]
    [InlineData(1440, 1250, ColorScheme.Dark)]
    public async Task Taken_of_the_page(int width, int height, ColorScheme scheme)
    {
        var folder = Environment.GetEnvironmentVariable("LISTENING_SCREENSHOTS");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("Set LISTENING_SCREENSHOTS to a folder to have pictures of the page taken.");
        }

        var page = await opened.Browser.OpenAsync(opened.Url + "/hashtags/eventprofs?days=84", width, scheme);
        await page.SetViewportSizeAsync(width, height);
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"page-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
        if (Environment.GetEnvironmentVariable("LISTENING_SCREENSHOTS_FULL") is not null)
        {
            await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(folder, $"full-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
        }
    }
}
