using Listening.Connectors;
using Listening.Polling;
using Listening.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Listening.Tests.Connectors;

/// <summary>The connectors as the worker composes them, with settings and a clock of the test.</summary>
internal sealed class ConnectorFixture : IDisposable
{
    private readonly ServiceProvider _services;

    public ConnectorFixture(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddConnectors(configuration)
            .BuildServiceProvider();
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 9, 5, 0, TimeSpan.Zero));

    public IServiceProvider Services => _services;

    public IPostSource Source => _services.GetServices<IPostSource>().Single();

    public IPayloadInspector Inspector => _services.GetServices<IPayloadInspector>().Single();

    /// <summary>Mastodon, reading that server only.</summary>
    public static ConnectorFixture Mastodon(LocalServer server, params (string Key, string Value)[] settings) =>
        new([("Platforms:Mastodon:Hosts:0", server.Address.ToString()), .. settings]);

    public void Dispose() => _services.Dispose();
}
