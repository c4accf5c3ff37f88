using Listening.Posts;
using Listening.Worker.Commands;
using Listening.Worker.Dashboard;
using Listening.Worker.Health;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Listening.Worker.Api;

/// <summary>Everything that is served over HTTP: API, health and, where wanted, the page.</summary>
internal static class ListeningWeb
{
    /// <summary>Largest body of a change, in bytes.</summary>
    private const long MaxBody = 64 * 1024;

    public static IServiceCollection AddListeningWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        services.Configure<JsonOptions>(UseListeningJson);
        services.AddOpenApiDocument();
        return services
            .AddSingleton(_ => new OwnAddresses(ListenAddresses.Of(configuration)))
            .AddSingleton<Readiness>()
            .AddDashboard();
    }

    /// <summary>Without <paramref name="dashboard"/> only the API and the health addresses are there.</summary>
    public static WebApplication MapListeningWeb(this WebApplication app, bool dashboard)
    {
        var errors = new ErrorAnswers(dashboard);
        app.UseSecurityHeaders();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = errors.AnswerExceptionAsync,
            SuppressDiagnosticsCallback = context => Problems.IsAnswer(context.Exception),
        });
        app.UseStatusCodePages(context => errors.AnswerStatusAsync(context.HttpContext));
        app.UseMiddleware<OwnAddressesOnly>();

        var api = app.MapGroup("/api/v1").AddEndpointFilterFactory(KnownParametersOnly.Create).WithTags("Listening").ProducesProblem(400).ProducesProblem(503);
        HashtagEndpoints.Map(api);
        QuestionEndpoints.Map(api);
        NotThereYet.Map(app);
        app.MapOpenApi("/api/v1/openapi.json");
        HealthEndpoints.Map(app);
        if (dashboard)
        {
            DashboardEndpoints.Map(app);
        }

        return app;
    }

    private static void UseListeningJson(JsonOptions options)
    {
        var ours = ListeningJson.Options;
        var theirs = options.SerializerOptions;
        theirs.PropertyNamingPolicy = ours.PropertyNamingPolicy;
        theirs.PropertyNameCaseInsensitive = ours.PropertyNameCaseInsensitive;
        theirs.NumberHandling = ours.NumberHandling;
        theirs.Encoder = ours.Encoder;
        foreach (var converter in ours.Converters)
        {
            theirs.Converters.Add(converter);
        }
    }
}
