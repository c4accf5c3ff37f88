using Listening.Worker.Dashboard;
using Microsoft.AspNetCore.Diagnostics;

namespace Listening.Worker.Api;

/// <summary>How a request that failed is answered: problem details for programs, a page with the same sentence for people.</summary>
internal sealed class ErrorAnswers(bool dashboard)
{
    public Task AnswerExceptionAsync(HttpContext context)
    {
        var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        var (status, detail) = Problems.Describe(error);
        return AnswerAsync(context, status, detail);
    }

    public Task AnswerStatusAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        return AnswerAsync(context, status, IsForPrograms(context) ? Problems.Describe(status, context.Request.Path) : MessagePages.Describe(status));
    }

    private Task AnswerAsync(HttpContext context, int status, string detail)
    {
        if (status == StatusCodes.Status503ServiceUnavailable)
        {
            context.Response.Headers.RetryAfter = "10";
        }

        return IsForPrograms(context) ? Problems.Of(status, detail).ExecuteAsync(context) : MessagePages.Of(status, detail).ExecuteAsync(context);
    }

    private bool IsForPrograms(HttpContext context) =>
        !dashboard
        || context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/healthz", StringComparison.OrdinalIgnoreCase);
}
