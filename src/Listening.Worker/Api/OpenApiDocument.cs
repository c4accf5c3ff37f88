using Listening.Worker.Answers;

namespace Listening.Worker.Api;

/// <summary>The description of the API that programs read.</summary>
internal static class OpenApiDocument
{
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Listening", Version = ProductVersion.Current, Description = "Hashtags, their posts and who makes their communities. Errors are problem details (RFC 9457)." };
            document.Servers = [];
            return Task.CompletedTask;
        }));
}
