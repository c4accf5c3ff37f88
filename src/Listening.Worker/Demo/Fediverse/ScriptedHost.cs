using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>One host of the fediverse: a listener on 127.0.0.1, and everything that reached it.</summary>
internal sealed class ScriptedHost : IAsyncDisposable
{
    private readonly HostScript _script;
    private readonly TimeProvider _time;
    private readonly Throttle _throttle;
    private readonly ScriptedApi _api;
    private readonly Action _catchUp;
    private int _port;
    private WebApplication? _listener;
    private CancellationTokenSource _stopping = new();

    internal ScriptedHost(HostScript script, TimeProvider time, Action catchUp)
    {
        (_script, _time, _catchUp, _port) = (script, time, catchUp, script.Port);
        _throttle = new Throttle(script.Limits, time);
        _api = new ScriptedApi(this, script, time);
        Requests = new RequestLog(time);
    }

    public string Name => _script.Name;

    /// <summary>Where the listener is, e.g. <c>http://127.0.0.1:41003/</c>; the same after it was stopped and started again.</summary>
    public Uri BaseAddress => new($"http://127.0.0.1:{_port}/");

    /// <summary>Scheme and authority in the addresses of its people and posts.</summary>
    public Uri Origin => _script.IsNamedByAddress ? BaseAddress : new Uri($"https://{Name}");

    public ScriptedFaults Faults { get; } = new();

    public RequestLog Requests { get; }

    internal StatusShelf Shelf { get; } = new();

    internal FediverseAddresses Addresses { get; set; } = new(new Dictionary<string, Uri>(StringComparer.Ordinal));

    internal Func<string, ScriptedAccount?> AccountOf { get; set; } = _ => null;

    /// <summary>What it believes somebody to be.</summary>
    public ScriptedAccount Profile(ScriptedAccount account, DateTimeOffset now)
    {
        var known = account.AsKnownBy(Name);
        return _script.KeepsOldProfiles && account.Host != Name ? known : known.At(now);
    }

    /// <summary>What it would list now, of any hashtag and visibility, the highest id first.</summary>
    public IReadOnlyList<ScriptedStatus> Statuses()
    {
        _catchUp();
        return [.. Shelf.NewestFirst().Where(status => status.IsThere(_time.GetUtcNow()))];
    }

    /// <summary>Begins to listen, on the port that it had before.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        _stopping = new CancellationTokenSource();
        try
        {
            _listener = await ListenAsync(_port, ct);
        }
        catch (IOException) when (_script.MayUseAnotherPort)
        {
            _listener = await ListenAsync(0, ct);
        }

        _port = new Uri(_listener.Urls.First()).Port;
    }

    /// <summary>Breaks all connections and refuses new ones until it is started again.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref _listener, null) is not { } listener)
        {
            return;
        }

        await _stopping.CancelAsync();
        await listener.StopAsync(new CancellationToken(canceled: true));
        await listener.DisposeAsync();
        _stopping.Dispose();
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private async Task<WebApplication> ListenAsync(int port, CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, UnattendedLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var listener = builder.Build();
        listener.Run(HandleAsync);
        try
        {
            await listener.StartAsync(ct);
            return listener;
        }
        catch
        {
            await listener.DisposeAsync();
            throw;
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposed at the end of the method.")]
    private async Task HandleAsync(HttpContext context)
    {
        var number = Requests.Begin(context.Request);
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping.Token);
        try
        {
            var exchange = new ScriptedExchange(context, Answer(context.Request), _time.GetUtcNow(), stopping.Token);
            await (Faults.Take(exchange.Now) is { } fault ? fault.AnswerAsync(exchange) : exchange.Answer.WriteAsync(context.Response, stopping.Token));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
        finally
        {
            Requests.End(number, context.Response);
        }
    }

    private ScriptedAnswer Answer(HttpRequest request)
    {
        _catchUp();
        var allowance = _throttle.Count(ScriptedApi.IsPaged(request));
        var answer = allowance.IsExceeded ? ScriptedAnswer.Error(StatusCodes.Status429TooManyRequests, "Too many requests") : _api.Answer(request);
        return answer
            .With("X-RateLimit-Limit", Text(allowance.Limit))
            .With("X-RateLimit-Remaining", Text(allowance.Remaining))
            .With("X-RateLimit-Reset", MastodonTime.WithMicroseconds(allowance.ResetsAt));
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
