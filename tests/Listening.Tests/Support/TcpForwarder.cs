using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Listening.Tests.Support;

/// <summary>
/// Passes bytes between a worker and a server, and fails on demand: <see cref="Cut"/> is a server that is not there, and
/// <see cref="HoldAfterAsync"/> lets a request through and keeps its answer back.
/// </summary>
internal sealed class TcpForwarder : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly int _port;
    private readonly Lock _lock = new();
    private readonly List<TcpClient> _open = [];
    private TcpListener? _listener;
    private TaskCompletionSource? _held;
    private string _heldRequest = "";

    public TcpForwarder(Uri server)
    {
        _server = server;
        Restore();
        _port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    public string Url => $"http://127.0.0.1:{_port}";

    /// <summary>Completes when a request whose head holds these words has been passed on; from then on no answer comes back until <see cref="Cut"/>.</summary>
    public Task HoldAfterAsync(string words)
    {
        lock (_lock)
        {
            _heldRequest = words;
            _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _held.Task;
        }
    }

    /// <summary>Refuses connections and breaks the open ones.</summary>
    public void Cut()
    {
        lock (_lock)
        {
            _listener?.Dispose();
            _listener = null;
            _held = null;
            _open.ForEach(client => client.Dispose());
            _open.Clear();
        }
    }

    /// <summary>Accepts connections, on the same port as ever.</summary>
    public void Restore()
    {
        lock (_lock)
        {
            _listener = new TcpListener(IPAddress.Loopback, _port);
            _listener.Start();
            _ = AcceptAsync(_listener);
        }
    }

    public ValueTask DisposeAsync()
    {
        Cut();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var worker = await listener.AcceptTcpClientAsync();
                var server = new TcpClient();
                lock (_lock)
                {
                    _open.AddRange([worker, server]);
                }

                await server.ConnectAsync(_server.Host, _server.Port);
                _ = PassAsync(worker, server, isRequest: true);
                _ = PassAsync(server, worker, isRequest: false);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // Cut.
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, bool isRequest)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            for (int length; (length = await from.GetStream().ReadAsync(buffer)) > 0;)
            {
                var held = _held;
                if (!isRequest && held is { Task.IsCompleted: true })
                {
                    return; // the answer that nobody gets
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, length));
                if (isRequest && held is not null && Encoding.Latin1.GetString(buffer, 0, Math.Min(length, 200)).Contains(_heldRequest, StringComparison.Ordinal))
                {
                    held.TrySetResult();
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two is gone.
        }
        finally
        {
            if (_held is not { Task.IsCompleted: true })
            {
                from.Dispose();
                to.Dispose();
            }
        }
    }
}
