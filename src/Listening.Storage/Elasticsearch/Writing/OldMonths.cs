using System.Text.Json.Nodes;

namespace Listening.Storage.Elasticsearch;

/// <summary>Takes whole months away: one request each, whatever they hold.</summary>
internal sealed class OldMonths(ElasticsearchClient client, PostsIndex index, IndexInstaller installer)
{
    /// <summary>Drops every month that lies wholly before this time, and holds nothing else, and returns how many posts and tombstones went.</summary>
    public async Task<long> DropAsync(DateTimeOffset before, CancellationToken ct)
    {
        var dropped = 0L;
        var months = await NamesAsync(ct);
        if (months.All(name => index.EndOf(name) <= before))
        {
            // The alias, which every question and the next post need, would go with the last of its indices.
            await installer.InstallAsync(ct);
        }

        foreach (var month in months.Where(name => index.EndOf(name) <= before))
        {
            // The time of a post may have been corrected since it was put here.
            if (await CountAsync(month, Query.Between("created_at", before, null)!, ct) > 0)
            {
                continue;
            }

            var held = await CountAsync(month, null, ct);
            var answer = await client.SendAsync(ElasticsearchRequest.Delete(ElasticsearchRequest.Segment(month)), ct);
            dropped += answer.Outcome switch
            {
                AnswerOutcome.Ok => held,
                AnswerOutcome.NotFound => answer.IsRepeated ? held : 0, // our own drop whose answer got lost, or another worker's
                AnswerOutcome.Rejected when answer.ErrorType == "snapshot_in_progress_exception" => 0, // the next time
                _ => throw Refusal.Of(answer, client.Location),
            };
        }

        return dropped;
    }

    private async Task<List<string>> NamesAsync(CancellationToken ct)
    {
        var known = await client.RequireAsync(ElasticsearchRequest.Get($"{index.Name}-*/_mapping?filter_path=*.mappings._meta&allow_no_indices=true"), ct);
        return [.. known.EnumerateObject().Select(month => month.Name)];
    }

    private async Task<long> CountAsync(string month, JsonObject? query, CancellationToken ct)
    {
        await client.RequireAsync(ElasticsearchRequest.Post($"{ElasticsearchRequest.Segment(month)}/_refresh"), ct);
        var body = query is null ? null : new JsonObject { ["query"] = query };
        return (await client.RequireAsync(ElasticsearchRequest.Post($"{ElasticsearchRequest.Segment(month)}/_count", body), ct)).GetProperty("count").GetInt64();
    }
}
