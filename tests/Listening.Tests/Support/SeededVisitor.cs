namespace Listening.Tests.Support;

/// <summary>A visitor of a worker that follows #EventProfs and knows its community, for tests that only read.</summary>
public sealed class SeededVisitor : IAsyncLifetime
{
    internal Visitor Visitor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Visitor = await Visitor.StartAsync();
        await Visitor.Web.FollowAsync();
        await Visitor.Web.StoreAsync(new Community(ServedWeb.Now).Posts());
    }

    public ValueTask DisposeAsync() => Visitor.DisposeAsync();
}
