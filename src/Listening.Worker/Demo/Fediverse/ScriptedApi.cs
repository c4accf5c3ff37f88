using System.Globalization;
using System.Text.Json.Nodes;

namespace Listening.Worker.Demo.Fediverse;

/// <summary>Mastodon's client API for one host, as far as readers of public posts need it.</summary>
internal sealed class ScriptedApi(ScriptedHost host, HostScript script, TimeProvider time)
{
    private const int MaxBatch = 20;

    public ScriptedAnswer Answer(HttpRequest request)
    {
        var path = request.Path.Value?.Trim('/').Split('/') ?? [];
        return HttpMethods.IsGet(request.Method) && path is ["api", .. var rest]
            ? script.Access.RefusalOfToken(request) ?? Route(rest, request)
            : NotFound();
    }

    /// <summary>Requests that Mastodon counts as paged, which has a limit of its own.</summary>
    public static bool IsPaged(HttpRequest request) =>
        request.Query.ContainsKey("min_id") || request.Query.ContainsKey("max_id") || request.Query.ContainsKey("since_id") || request.Query.ContainsKey("page");

    private ScriptedAnswer Route(string[] path, HttpRequest request) => path switch
    {
        ["v1", "timelines", "tag", var tag] => Timeline(TagTimeline.Parse(tag, request.Query), request),
        ["v1", "statuses"] => Batch([.. request.Query["id[]"].OfType<string>()]),
        ["v1", "statuses", var id] => Find(id) is { } status ? ScriptedAnswer.Ok(Render(status)) : NotFound(),
        ["v1", "statuses", var id, "context"] => Find(id) is { } status ? Context(status) : NotFound(),
        ["v1", "tags", var name] => ScriptedAnswer.Ok(TagJson.Render(MastodonTag.Normalize(name), host, time.GetUtcNow())),
        ["v1", "instance"] => ScriptedAnswer.Ok(InstanceJson.Version1(script, host.Origin)),
        ["v2", "instance"] => ScriptedAnswer.Ok(InstanceJson.Version2(script, host.Origin)),
        _ => NotFound(),
    };

    private ScriptedAnswer Timeline(TagTimeline timeline, HttpRequest request)
    {
        if (script.Access.RefusalOf(timeline, request) is { } refusal)
        {
            return refusal;
        }

        var page = timeline.PageOf(script.Access.Shown(host.Shelf.NewestFirst()), time.GetUtcNow());
        var answer = ScriptedAnswer.Ok(new JsonArray([.. page.Select(Render)]));
        return page.Count == 0 ? answer : answer.With("Link", Links(timeline, page));
    }

    /// <summary>Mastodon copies only some of the parameters into its links (timelines/tag_controller.rb, pagination_params).</summary>
    private string Links(TagTimeline timeline, IReadOnlyList<ScriptedStatus> page)
    {
        var kept = $"limit={timeline.Limit}{(timeline.Local ? "&local=true" : "")}{(timeline.OnlyMedia ? "&only_media=true" : "")}";
        var address = $"{host.BaseAddress}api/v1/timelines/tag/{Uri.EscapeDataString(timeline.Tag)}?{kept}";
        return $"<{address}&max_id={page[^1].Id}>; rel=\"next\", <{address}&min_id={page[0].Id}>; rel=\"prev\"";
    }

    private ScriptedAnswer Batch(IReadOnlyList<string> ids) => ids.Count > MaxBatch
        ? ScriptedAnswer.Error(StatusCodes.Status422UnprocessableEntity, $"Too many statuses, the limit is {MaxBatch}")
        : ScriptedAnswer.Ok(new JsonArray([.. ids.Distinct().Select(Find).OfType<ScriptedStatus>().Select(Render)]));

    private ScriptedAnswer Context(ScriptedStatus status) => ScriptedAnswer.Ok(new JsonObject
    {
        ["ancestors"] = new JsonArray([.. Ancestors(status).Reverse().Select(Render)]),
        ["descendants"] = new JsonArray([.. Descendants(status).Select(Render)]),
    });

    private IEnumerable<ScriptedStatus> Ancestors(ScriptedStatus status)
    {
        for (var parent = host.Shelf.ByKey(status.Post.ReplyTo); parent is not null; parent = host.Shelf.ByKey(parent.Post.ReplyTo))
        {
            if (IsReadable(parent))
            {
                yield return parent;
            }
        }
    }

    private IEnumerable<ScriptedStatus> Descendants(ScriptedStatus status) =>
        host.Shelf.AnswersTo(status).Where(IsReadable).SelectMany(answer => Descendants(answer).Prepend(answer));

    private ScriptedStatus? Find(string id) => long.TryParse(id, CultureInfo.InvariantCulture, out var number) && host.Shelf.ById(number) is { } status && IsReadable(status) ? status : null;

    private bool IsReadable(ScriptedStatus status) => status.IsThere(time.GetUtcNow()) && status.Post.Visibility is "public" or "unlisted";

    private JsonNode Render(ScriptedStatus status) => StatusJson.Render(status, host, time.GetUtcNow());

    private static ScriptedAnswer NotFound() => ScriptedAnswer.Error(StatusCodes.Status404NotFound, "Record not found");
}
