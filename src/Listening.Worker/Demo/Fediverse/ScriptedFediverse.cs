using System.Globalization;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>
/// Several hosts that speak Mastodon's client API on real loopback ports and play a script. Each shows only what has reached it by the
/// clock it was given, with ids of its own.
/// </summary>
internal sealed class ScriptedFediverse : IAsyncDisposable
{
    private static readonly TimeSpan WritesAhead = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ScriptedStory? _story;
    private readonly Dictionary<string, ScriptedAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, HashSet<long>> _homeIds = new(StringComparer.Ordinal);
    private FediverseAddresses _addresses = new(new Dictionary<string, Uri>(StringComparer.Ordinal));
    private DateTimeOffset _writtenUntil;

    private ScriptedFediverse(FediverseScript script, TimeProvider time)
    {
        (_time, _story, _writtenUntil) = (time, script.Story, script.Story?.Begins ?? default);
        Hosts = [.. script.Hosts.Select(host => new ScriptedHost(host, time, CatchUp))];
    }

    public IReadOnlyList<ScriptedHost> Hosts { get; }

    public ScriptedHost this[string name] => Hosts.FirstOrDefault(host => host.Name == name) ?? throw new KeyNotFoundException($"The script has no host '{name}'.");

    public static async Task<ScriptedFediverse> StartAsync(FediverseScript script, TimeProvider time, CancellationToken ct)
    {
        var fediverse = new ScriptedFediverse(script, time);
        try
        {
            foreach (var host in fediverse.Hosts)
            {
                await host.StartAsync(ct);
            }

            fediverse.ShareAddresses();
            fediverse.Add(script.Posts);
            fediverse.CatchUp();
            return fediverse;
        }
        catch
        {
            await fediverse.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds posts while the script plays; a key that is known is an <see cref="ArgumentException"/>.</summary>
    public void Add(params IEnumerable<ScriptedPost> posts)
    {
        lock (_lock)
        {
            foreach (var post in posts)
            {
                Place(post);
            }
        }
    }

    /// <summary>The same posts with another future: edits, deletion, arrivals, what their author will be. What a host has keeps its id and its address.</summary>
    public void Replace(params IEnumerable<ScriptedPost> posts)
    {
        lock (_lock)
        {
            foreach (var post in posts)
            {
                var known = Hosts.Select(host => host.Shelf.ByKey(post.Key)).OfType<ScriptedStatus>().FirstOrDefault();
                var homeId = known is null ? HomeIdOf(post) : long.Parse(known.Uri.AsSpan(known.Uri.LastIndexOf('/') + 1), CultureInfo.InvariantCulture);
                Place(post, homeId);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in Hosts)
        {
            await host.DisposeAsync();
        }
    }

    private void ShareAddresses()
    {
        _addresses = new FediverseAddresses(Hosts.ToDictionary(host => host.Name, host => host.Origin, StringComparer.Ordinal));
        foreach (var host in Hosts)
        {
            host.Addresses = _addresses;
            host.AccountOf = acct => _accounts.GetValueOrDefault(acct);
        }
    }

    private void CatchUp()
    {
        lock (_lock)
        {
            var until = _time.GetUtcNow() + WritesAhead;
            if (_story is null || _writtenUntil >= _time.GetUtcNow() + (WritesAhead / 2))
            {
                return;
            }

            var posts = _story.Between(_writtenUntil, until);
            _writtenUntil = until;
            foreach (var post in posts.OrderBy(post => post.CreatedAt))
            {
                Place(post);
            }
        }
    }

    private void Place(ScriptedPost post) => Place(post, HomeIdOf(post));

    private void Place(ScriptedPost post, long homeId)
    {
        _accounts[post.Author.Acct] = post.Author;
        foreach (var host in Hosts)
        {
            var isLocal = host.Name == post.Author.Host;
            if (isLocal)
            {
                Place(post, host, homeId, homeId, post.Arrivals?.FirstOrDefault(arrival => arrival.Host == host.Name) ?? new ScriptedArrival(host.Name));
            }
            else if (post.Arrivals is null || post.Arrivals.FirstOrDefault(arrival => arrival.Host == host.Name) is not null)
            {
                var arrival = post.Arrivals?.First(arrival => arrival.Host == host.Name) ?? new ScriptedArrival(host.Name);
                var name = $"{post.Key} at {host.Name}";
                var id = arrival.IsFetched ? Snowflake.Fetched(post.CreatedAt, name) : Snowflake.At(post.CreatedAt + arrival.After, name);
                Place(post, host, host.Shelf.FreeId(id), homeId, arrival);
            }
        }
    }

    private void Place(ScriptedPost post, ScriptedHost host, long id, long homeId, ScriptedArrival arrival)
    {
        var known = host.Shelf.ByKey(post.Key);
        var status = new ScriptedStatus(
            post, known?.Id ?? id, arrival, host.Name == post.Author.Host, _addresses.UriOf(post.Author, homeId), _addresses.UrlOf(post.Author, homeId));
        if (known is null)
        {
            host.Shelf.Add(status);
        }
        else
        {
            host.Shelf.Replace(status);
        }
    }

    /// <summary>The id that the home host gives, which is part of the post's address; its own ids are never those of fetched posts.</summary>
    private long HomeIdOf(ScriptedPost post)
    {
        var taken = _homeIds.TryGetValue(post.Author.Host, out var known) ? known : _homeIds[post.Author.Host] = [];
        var home = Hosts.FirstOrDefault(host => host.Name == post.Author.Host);
        var id = Snowflake.At(post.CreatedAt, post.Key);
        while (home?.Shelf.ById(id) is not null || !taken.Add(id))
        {
            id++;
        }

        return id;
    }
}
