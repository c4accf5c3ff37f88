using System.Globalization;
using Listening.Connectors;
using Listening.Storage;
using Listening.Worker.Answers;
using Listening.Worker.Api;
using Listening.Worker.Commands;
using Listening.Worker.Configuration;

namespace Listening.Worker;

/// <summary>The table of contents: what our processes are made of.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        await using var terminal = Terminal.OfProcess();
        return await CommandRoot.RunAsync(args, terminal);
    }

    /// <summary>Every process: a verb that asks, and the worker.</summary>
    public static IServiceCollection AddListeningWorker(this IServiceCollection services, Settings settings) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(settings.Configuration)
        .AddListening(settings.Configuration)
        .AddStorage(settings.Configuration)
        .AddConnectors(settings.Configuration)
        .AddAnswers(settings.IsDemo);

    /// <summary>The worker: collects, and serves the API and the page. Nothing is polled before <see cref="Schedule.StartAsync"/>.</summary>
    public static WebApplication BuildWeb(Settings settings, bool dashboard, Action<WebApplicationBuilder>? substitute = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(Program).Assembly.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(settings.Configuration);
        builder.WebHost.UseKestrelCore();
        builder.Services
            .AddListeningWorker(settings)
            .AddSchedule()
            .AddRouting()
            .AddListeningWeb(settings.Configuration);
        substitute?.Invoke(builder);
        return builder.Build().MapListeningWeb(dashboard);
    }
}
