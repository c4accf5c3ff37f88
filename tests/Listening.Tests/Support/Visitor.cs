using System.Net;
using System.Text;
using System.Text.Json;
using Listening.Alerts;
using Listening.Stores;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Tests.Support;

/// <summary>Asks a <see cref="ServedWeb"/> in memory, under its default address.</summary>
internal sealed class Visitor(ServedWeb web) : IAsyncDisposable
{
    private readonly HttpClient _http = Client(web);

    public ServedWeb Web => web;

    public static async Task<Visitor> StartAsync(Action<IServiceCollection>? substitute = null, bool dashboard = true, bool demo = false) =>
        new(await ServedWeb.StartAsync(host => host.UseTestServer(), substitute, dashboard, demo));

    /// <summary>One whose store is down.</summary>
    public static Task<Visitor> WithoutStoreAsync(StoreThatIsDown store) => StartAsync(services => services
        .AddSingleton<IStore>(store)
        .AddSingleton<IPostStore>(store)
        .AddSingleton<ITrackingStore>(store)
        .AddSingleton<ICoverageLog>(store)
        .AddSingleton<IAlertLog>(store));

    public async Task<(HttpStatusCode Status, string Body)> ReadAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>A 200 as JSON.</summary>
    public async Task<JsonElement> JsonAsync(string path)
    {
        var (status, body) = await ReadAsync(path);
        Assert.True(status == HttpStatusCode.OK, $"{status}: {body}");
        return JsonElement.Parse(body);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body = null, string type = "application/json", Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, type) };
        change?.Invoke(request);
        return await _http.SendAsync(request);
    }

    /// <summary>The problem details of an answer, and its status, checked for their form.</summary>
    public async Task<(HttpStatusCode Status, string Detail)> ProblemAsync(HttpMethod method, string path, string? body = null, string type = "application/json", Action<HttpRequestMessage>? change = null)
    {
        using var response = await SendAsync(method, path, body, type, change);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal((int)response.StatusCode, problem.GetProperty("status").GetInt32());
        return (response.StatusCode, problem.GetProperty("detail").GetString()!);
    }

    public Task<(HttpStatusCode Status, string Detail)> ProblemAsync(string path) => ProblemAsync(HttpMethod.Get, path);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await web.DisposeAsync();
    }

    private static HttpClient Client(ServedWeb web)
    {
        var http = web.App.GetTestClient();
        http.BaseAddress = new Uri("http://127.0.0.1:5080");
        return http;
    }
}
