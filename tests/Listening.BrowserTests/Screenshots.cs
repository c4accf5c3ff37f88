using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>
/// Takes the pictures of the README from a worker that shows its demo; <c>LISTENING_SCREENSHOTS</c> says into which folder, e.g.
/// <c>LISTENING_SCREENSHOTS=$PWD/src/Listening.Worker/Dashboard/Screenshots dotnet test tests/Listening.BrowserTests --filter Screenshots</c>.
/// </summary>
public sealed class Screenshots
{
    private static readonly (int Width, int Height)[] Sizes = [(360, 1200), (1440, 1100)];

    [Fact]
    public async Task The_page_of_the_demo_at_two_widths_in_light_and_dark()
    {
        var folder = Environment.GetEnvironmentVariable("LISTENING_SCREENSHOTS");
        if (string.IsNullOrEmpty(folder))
        {
            Assert.Skip("Set LISTENING_SCREENSHOTS to a folder to have pictures of the page taken.");
        }

        await using var browser = await Browser.StartAsync();
        await using var worker = await DemoWorker.StartAsync(TestContext.Current.CancellationToken);
        foreach (var (width, height) in Sizes)
        {
            foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
            {
                var page = await browser.OpenAsync(worker.Url + "/hashtags/eventprofs?days=84", width, scheme);
                await page.SetViewportSizeAsync(width, height);
                Assert.NotEqual(0, await page.Locator("article").CountAsync());
                await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"page-{width}-{scheme.ToString().ToLowerInvariant()}.png") });
            }
        }
    }
}
