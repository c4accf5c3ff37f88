using System.Text.Json;
using Listening.Stores;

namespace Listening.Storage.Elasticsearch;

/// <summary>May our user or key do what we do?</summary>
internal static class PrivilegesCheck
{
    public const string Name = "elasticsearch privileges";

    public static async Task<StoreCheck> ExamineAsync(ElasticsearchClient client, string prefix, CancellationToken ct)
    {
        var answer = await client.SendAsync(ElasticsearchRequest.Post("_security/user/_has_privileges", ElasticsearchPrivileges.Question(prefix)), ct);
        if (!answer.IsOk)
        {
            // A cluster without security does not know the question.
            return answer.Outcome == AnswerOutcome.Rejected
                ? new(Name, IsOk: true, "security is off: everybody who reaches the cluster may do everything")
                : new(Name, IsOk: false, $"the cluster does not say what we may do (status {answer.Status})", "let a proxy in between pass /_security/user/_has_privileges on");
        }

        var missing = Missing(answer.Body).ToArray();
        return missing.Length == 0
            ? new(Name, IsOk: true, $"{answer.Body.GetProperty("username").GetString()} has all that is needed")
            : new(Name, IsOk: false, $"{answer.Body.GetProperty("username").GetString()} lacks {string.Join(", ", missing)}", "give our user or API key the privileges that the README lists under Elasticsearch");
    }

    private static IEnumerable<string> Missing(JsonElement answer)
    {
        foreach (var privilege in Refused(answer.GetProperty("cluster")))
        {
            yield return $"{privilege} (cluster)";
        }

        foreach (var indices in answer.GetProperty("index").EnumerateObject())
        {
            foreach (var privilege in Refused(indices.Value))
            {
                yield return $"{privilege} on {indices.Name}";
            }
        }
    }

    private static IEnumerable<string> Refused(JsonElement privileges) =>
        privileges.EnumerateObject().Where(privilege => privilege.Value.ValueKind == JsonValueKind.False).Select(privilege => privilege.Name);
}
