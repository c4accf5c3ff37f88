using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Listening.Worker.Dashboard;

/// <summary>The style sheet and the icon. They are part of the assembly, so they are found from any folder.</summary>
internal static class DashboardFiles
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Map(routes, "app.css", "text/css; charset=utf-8");
        Map(routes, "icon.svg", "image/svg+xml");
    }

    private static void Map(IEndpointRouteBuilder routes, string name, string type)
    {
        var bytes = Read(name);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}\"");
        routes.MapGet("/" + name, (HttpResponse response) =>
        {
            response.Headers.CacheControl = "no-cache";
            return TypedResults.File(bytes, type, entityTag: tag);
        }).ExcludeFromDescription();
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(DashboardFiles).Assembly.GetManifestResourceStream("Dashboard/" + name)
            ?? throw new InvalidOperationException($"The file {name} is missing from the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
