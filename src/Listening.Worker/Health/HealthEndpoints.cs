using Listening.Worker.Api;

namespace Listening.Worker.Health;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: the store does, too.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz/live", () => TypedResults.Text("alive")).ExcludeFromDescription();
        routes.MapGet("/healthz/ready", ReadyAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ReadyAsync(Readiness readiness, CancellationToken ct) =>
        await readiness.TroubleAsync(ct) is { } trouble ? Problems.Of(StatusCodes.Status503ServiceUnavailable, trouble) : TypedResults.Text("ready");
}
