namespace Listening.Worker.Api;

/// <summary>Refuses requests that other sites make a browser send here: a foreign Host is 400, a foreign Origin 403.</summary>
internal sealed class OwnAddressesOnly(RequestDelegate next, OwnAddresses addresses)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (!addresses.IsHostOurs(context))
        {
            return Problems.Of(
                StatusCodes.Status400BadRequest,
                "The Host header names another address than this worker's; ask it under the address it was started with (Api:Urls).").ExecuteAsync(context);
        }

        var origins = context.Request.Headers.Origin;
        return origins.All(origin => addresses.IsOriginOurs(origin, context.Connection.LocalPort))
            ? next(context)
            : Problems.Of(StatusCodes.Status403Forbidden, "Requests from other sites are not answered.").ExecuteAsync(context);
    }
}
