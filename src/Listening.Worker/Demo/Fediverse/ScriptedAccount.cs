namespace Listening.Worker.Demo.Fediverse;

/// <summary>Somebody who lives on one host of the script.</summary>
internal sealed record ScriptedAccount
{
    /// <summary>The home host, by its name in the script. A name that is not in the script is a host that nobody can reach.</summary>
    public required string Host { get; init; }

    public required string Username { get; init; }

    public string DisplayName { get; init; } = "";

    /// <summary>HTML.</summary>
    public string Bio { get; init; } = "";

    public IReadOnlyList<ScriptedField> Fields { get; init; } = [];

    /// <summary>Consent to full-text search; null leaves the key out, as hosts before 4.3 do.</summary>
    public bool? Indexable { get; init; } = true;

    /// <summary>Consent to discovery features; null is written as null.</summary>
    public bool? Discoverable { get; init; } = true;

    /// <summary>The older opt-out flag; only the home host shows it, and only where it is not null.</summary>
    public bool? NoIndex { get; init; }

    public bool Bot { get; init; }

    public bool Group { get; init; }

    public int Followers { get; init; } = 100;

    public int Following { get; init; } = 100;

    /// <summary>Posts before the script begins.</summary>
    public int EarlierPosts { get; init; }

    public DateTimeOffset CreatedAt { get; init; } = new(2022, 11, 7, 0, 0, 0, TimeSpan.Zero);

    /// <summary>What other hosts, by name, believe this account to be; a host that is not listed knows it as it is.</summary>
    public IReadOnlyDictionary<string, ScriptedAccount> KnownAs { get; init; } = new Dictionary<string, ScriptedAccount>(StringComparer.Ordinal);

    /// <summary>In the order of time; a host that has an entry in <see cref="KnownAs"/> follows the changes of that entry.</summary>
    public IReadOnlyList<ScriptedProfileChange> Changes { get; init; } = [];

    /// <summary>Name and home host, unique in the script.</summary>
    public string Acct => $"{Username}@{Host}";

    public ScriptedAccount AsKnownBy(string host) => KnownAs.GetValueOrDefault(host, this);

    public ScriptedAccount At(DateTimeOffset now) => Changes.LastOrDefault(change => change.At <= now)?.Then ?? this;
}
