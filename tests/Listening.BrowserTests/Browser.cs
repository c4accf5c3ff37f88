using Microsoft.Playwright;

namespace Listening.BrowserTests;

/// <summary>The Chromium of the system; the tests are skipped where there is none.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private const string Path = "/usr/bin/chromium";

    private static readonly string[] Quietly =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser) => (_playwright, _browser) = (playwright, browser);

    public static bool IsInstalled => File.Exists(Path);

    public static void SkipWithout() => Assert.SkipUnless(IsInstalled, "Chromium is not installed; install it with: apt-get install chromium");

    public static async Task<Browser> StartAsync()
    {
        SkipWithout();
        var playwright = await Playwright.CreateAsync();
        return new Browser(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = Quietly }));
    }

    /// <summary>A page of that size; narrow ones stand for a phone.</summary>
    public async Task<IPage> OpenAsync(string url, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool script = true)
    {
        var context = await _browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = width < 600 ? 800 : 900 },
            DeviceScaleFactor = 1,
            ColorScheme = scheme,
            JavaScriptEnabled = script,
            BypassCSP = false,
        });
        var page = await context.NewPageAsync();
        await page.GotoAsync(url);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
