using System.Text.Json;
using Listening.Connectors.Http;
using Listening.Connectors.Json;
using Listening.Polling;
using Listening.Posts;

namespace Listening.Connectors.Platforms.Mastodon;

/// <summary>Reads any saved answer of a Mastodon host through the mapper of the polls.</summary>
internal sealed class MastodonInspector(TimeProvider time) : IPayloadInspector
{
    private const string UnknownHost = "unknown.invalid";

    public string Platform => MastodonNames.Platform;

    public Inspection Inspect(ReadOnlyMemory<byte> body, SavedAnswer answer)
    {
        var text = JsonBody.Decode(body.Span);
        var isJson = JsonBody.TryParse(text, out var json);
        if (answer.Status >= 300)
        {
            return answer.Status == 304 ? Nothing("no-content") : Error((isJson ? MastodonAnswers.ErrorText(json) : null) ?? $"HTTP {answer.Status}");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Nothing("no-content");
        }

        return isJson ? ReadJson(json, answer) : ReadText(text, answer);
    }

    private Inspection ReadJson(JsonElement json, SavedAnswer answer) => json.ValueKind switch
    {
        JsonValueKind.Array => ReadList(json.EnumerateArray(), answer, isListOfPosts: false),
        JsonValueKind.Object when MastodonStreams.IsMessage(json) => ReadStream(MastodonStreams.FromMessage(json) is { } read ? [read] : [], answer),
        JsonValueKind.Object when MastodonStatus.IsLike(json) => ReadList([json], answer, isListOfPosts: true),
        JsonValueKind.Object when json.Has("ancestors") && json.Has("descendants") =>
            ReadList(json.Items("ancestors").Concat(json.Items("descendants")), answer, isListOfPosts: true),
        JsonValueKind.Object when json.Field("statuses") is { ValueKind: JsonValueKind.Array } => ReadList(json.Items("statuses"), answer, isListOfPosts: true),
        JsonValueKind.Object when MastodonAnswers.ErrorText(json) is { } error => Error(error),
        _ => Nothing("not-posts"),
    };

    private Inspection ReadText(string text, SavedAnswer answer)
    {
        if ((MastodonStreams.FromServerSent(text) ?? MastodonStreams.FromLines(text)) is { } events)
        {
            return ReadStream(events, answer);
        }

        return text.TrimStart() is ['<' or '{' or '[', ..] ? Error("The body is a web page, cut off, or no JSON.") : Nothing("not-posts");
    }

    private Inspection ReadList(IEnumerable<JsonElement> entries, SavedAnswer answer, bool isListOfPosts)
    {
        var all = entries.ToArray();
        var mapper = Mapper(answer);
        var posts = all.Select(mapper.Map).OfType<Observation>().ToArray();
        return posts.Length > 0 ? new Inspection("posts", posts, Error: null)
            : all.Length == 0 ? Nothing("empty")
            : isListOfPosts || all.Any(MastodonStatus.IsLike) ? Error("No post in the body can be read.")
            : Nothing("not-posts");
    }

    private Inspection ReadStream(IEnumerable<MastodonStreams.Event> events, SavedAnswer answer)
    {
        var mapper = Mapper(answer);
        var observations = events.Select(read => read.Status is { } status ? mapper.Map(status) : Deletion(read.DeletedId!, answer));
        return new Inspection("stream", [.. observations.OfType<Observation>()], Error: null);
    }

    private MastodonMapper Mapper(SavedAnswer answer) => new(HostOf(answer), time.GetUtcNow());

    private Observation Deletion(string id, SavedAnswer answer) => new()
    {
        NativeId = id,
        Post = new Post
        {
            PostKey = PostKey.Local(MastodonNames.Platform, $"{HostOf(answer)}/{id}"),
            Platform = MastodonNames.Platform,
            CreatedAt = MastodonId.TimeOf(id, time.GetUtcNow()) ?? DateTimeOffset.UnixEpoch,
            State = PostState.Deleted,
        },
    };

    private static string HostOf(SavedAnswer answer) => answer.Url is { } url ? HostName.Of(url) ?? UnknownHost : UnknownHost;

    private static Inspection Nothing(string outcome) => new(outcome, [], Error: null);

    private static Inspection Error(string error) => new("error", [], error);
}
