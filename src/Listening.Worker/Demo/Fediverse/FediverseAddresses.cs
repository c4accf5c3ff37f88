namespace Listening.Worker.Demo.Fediverse;

/// <summary>The public addresses of hosts, people and posts; not where the listeners are.</summary>
internal sealed class FediverseAddresses(IReadOnlyDictionary<string, Uri> origins)
{
    /// <summary>A host that is not in the script has the origin of its name.</summary>
    public Uri OriginOf(string host) => origins.TryGetValue(host, out var origin) ? origin : new Uri($"https://{host}");

    public string ActorOf(ScriptedAccount account) => $"{Prefix(account)}/users/{account.Username}";

    public string ProfileOf(ScriptedAccount account) => $"{Prefix(account)}/@{account.Username}";

    public string UriOf(ScriptedAccount author, long homeId) => $"{ActorOf(author)}/statuses/{homeId}";

    public string UrlOf(ScriptedAccount author, long homeId) => $"{ProfileOf(author)}/{homeId}";

    private string Prefix(ScriptedAccount account) => OriginOf(account.Host).GetLeftPart(UriPartial.Authority);
}
