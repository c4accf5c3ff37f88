using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>What a person is told when Elasticsearch does not do what was asked: one sentence, with the next step.</summary>
internal static class Refusal
{
    public static StoreUnavailableException Of(ElasticsearchAnswer answer, string nodes) => new(Sentence(answer, nodes));

    private static string Sentence(ElasticsearchAnswer answer, string nodes)
    {
        var error = answer.ErrorType ?? "no further reason";
        return answer.Outcome switch
        {
            AnswerOutcome.Transport when answer.Status > 0 =>
                $"What answers at {nodes} is not Elasticsearch ({answer.Reason}): check Storage:Elasticsearch:Urls and any proxy in between.",
            AnswerOutcome.Transport =>
                $"Elasticsearch at {nodes} does not answer ({answer.Reason}): start it, or correct Storage:Elasticsearch:Urls.",
            AnswerOutcome.Unauthorized when answer.Status == 401 =>
                $"Elasticsearch at {nodes} refused our credentials: check Storage:Elasticsearch:ApiKey, or Username and Password.",
            AnswerOutcome.Unauthorized =>
                $"Elasticsearch at {nodes} does not allow what was asked ({error}): give our user or API key the privileges that the README lists, and lift write blocks of our indices.",
            AnswerOutcome.Throttled when answer.ErrorType == "cluster_block_exception" =>
                $"The disk of Elasticsearch at {nodes} is full: free some space, then writing goes on by itself.",
            AnswerOutcome.Throttled when answer.ErrorType == AnswerReader.NoRoomForAnIndex =>
                $"Elasticsearch at {nodes} cannot make another index ({answer.Reason?.TrimEnd(';', '.')}): delete indices that nobody needs, add a node, or raise cluster.max_shards_per_node; then writing goes on by itself.",
            AnswerOutcome.Throttled =>
                $"Elasticsearch at {nodes} is overloaded ({error}): writing goes on by itself when it has recovered, give it more memory if this repeats.",
            AnswerOutcome.Unavailable =>
                $"Elasticsearch at {nodes} is not ready (status {answer.Status}, {error}): wait until it has started, then look at its log.",
            AnswerOutcome.NotFound =>
                $"Elasticsearch at {nodes} misses one of our indices ({error}): start Listening again so that it creates them.",
            _ => $"Elasticsearch at {nodes} rejected a request (status {answer.Status}, {error}): use Elasticsearch 8 or 9, and report this if it is one.",
        };
    }
}
