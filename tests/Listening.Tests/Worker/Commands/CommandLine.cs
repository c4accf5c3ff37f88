using System.Text.Json;
using Listening.Posts;
using Listening.Storage;
using Listening.Stores;
using Listening.Tests.Support;
using Listening.Tracking;
using Listening.Worker.Commands;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Listening.Tests.Worker.Commands;

/// <summary>Calls our verbs as a shell would, on a data folder of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Folder => _folder.Path;

    public string File(string name) => _folder.File(name);

    public Task<Called> CallAsync(params string[] args) => CallAsync(args, CancellationToken.None);

    public async Task<Called> CallAsync(string[] args, CancellationToken ct, StringWriter? notes = null)
    {
        using var answer = new StringWriter { NewLine = "\n" };
        using var ownNotes = new StringWriter { NewLine = "\n" };
        var heard = notes ?? ownNotes;
        await using var terminal = Terminal.Of(answer, TextWriter.Synchronized(heard));
        var exitCode = await CommandRoot.RunAsync([.. args, "--data", Folder], terminal, ct: ct);
        return new Called(exitCode, answer.ToString(), heard.ToString());
    }

    /// <summary>What the stored posts of a worker would be.</summary>
    public Task StoreAsync(TrackedHashtag followed, params Post[] posts) => InStoreAsync(async services =>
    {
        await services.GetRequiredService<ITrackingStore>().AddHashtagAsync(followed, CancellationToken.None);
        await services.GetRequiredService<IPostStore>().UpsertAsync(posts, CancellationToken.None);
    });

    /// <summary>What a worker would have observed.</summary>
    public Task ObserveAsync(PollTarget target, DateTimeOffset from, DateTimeOffset to) =>
        InStoreAsync(services => services.GetRequiredService<ICoverageLog>().RecordAsync(target, from, to, CancellationToken.None));

    /// <summary>What a host that a worker asked would have said of an author.</summary>
    public Task SayAsync(AuthorStatement statement) =>
        InStoreAsync(services => services.GetRequiredService<IAuthorMarks>().RecordAsync([statement], CancellationToken.None));

    /// <summary>What a worker would have learnt of a host.</summary>
    public Task LearnAsync(SourceHealth health) =>
        InStoreAsync(services => services.GetRequiredService<ITrackingStore>().SaveHealthAsync(health, CancellationToken.None));

    public void Dispose() => _folder.Dispose();

    private async Task InStoreAsync(Func<IServiceProvider, Task> work)
    {
        await using var services = await OpenAsync();
        await work(services);
    }

    private async Task<ServiceProvider> OpenAsync()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Directory", Folder)]).Build();
        var services = new ServiceCollection().AddStorage(configuration).AddLogging().BuildServiceProvider();
        await services.GetRequiredService<IStore>().PrepareAsync(CancellationToken.None);
        return services;
    }

    /// <summary>What came of a call.</summary>
    internal sealed record Called(int ExitCode, string Answer, string Notes)
    {
        /// <summary>The one JSON value that the answer is.</summary>
        public JsonElement Json() => JsonSerializer.Deserialize<JsonElement>(Answer);
    }
}
