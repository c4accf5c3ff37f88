using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>Does every address that is configured answer? One that does not goes unnoticed as long as others do.</summary>
internal static class NodesCheck
{
    private const string Name = "elasticsearch nodes";

    public static async Task<(StoreCheck Check, bool DoesAnybodyAnswer)> ExamineAsync(ElasticsearchClient client, CancellationToken ct)
    {
        var asked = await client.AskEachAsync(ct);
        string[] silent = [.. asked.Where(node => node.Answer.Outcome is AnswerOutcome.Transport or AnswerOutcome.Unavailable).Select(node => $"{node.Node} ({node.Answer.Reason ?? $"status {node.Answer.Status}"})")];
        var check = silent.Length == 0
            ? new StoreCheck(Name, IsOk: true, asked.Count == 1 ? "the one address answers" : $"all {asked.Count} addresses answer")
            : new StoreCheck(Name, IsOk: false, $"no answer from {string.Join(", ", silent)}", "start these nodes, or take them out of Storage:Elasticsearch:Urls");
        return (check, silent.Length < asked.Count);
    }
}
