using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Listening.Posts;

namespace Listening.Storage.Elasticsearch;

/// <summary>
/// A post as a document: all that is known of it (<see cref="WholePostJson"/>), and what only searches need. The text of a post that may not be searched lies in
/// <c>text_unsearchable</c>, where no query looks.
/// </summary>
internal static class PostDocument
{
    /// <summary>The shape of the documents.</summary>
    public const int Schema = 1;

    /// <summary>Left out of what is read back: it is computed from the text again.</summary>
    public const string FoldedField = "folded";

    /// <summary>Hosts with ids, made so that their order as text is the order of the ids: <see cref="InOrder"/>.</summary>
    public const string SeenOrderField = "seen_order";

    private const int LongestId = 64;

    private static readonly JsonSerializerOptions Shape = new(ListeningJson.Options)
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WholePostJson.AddFields, AddFields } },
    };

    public static string IdOf(Post post) => PostKey.Bounded(post.Platform, post.PostKey);

    /// <summary>The longer id is the newer, of the same length ordinal; a null id comes before or after all others of its host.</summary>
    public static string InOrder(string platform, string host, string? id, bool atEnd = false) =>
        $"{platform}|{host}|{(id ?? (atEnd ? "~" : "")).PadLeft(LongestId, atEnd && id is null ? '~' : '!')}";

    public static void Write(Utf8JsonWriter writer, Post post) => JsonSerializer.Serialize(writer, post, Shape);

    public static Post Read(JsonElement source) => source.Deserialize<Post>(Shape)!;

    /// <summary>Whether both posts are the same document, byte for byte.</summary>
    public static bool IsSame(Post a, Post b) =>
        JsonSerializer.SerializeToUtf8Bytes(a, Shape).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(b, Shape));

    private static void AddFields(JsonTypeInfo type)
    {
        if (type.Type != typeof(Post))
        {
            return;
        }

        var text = type.Properties.First(property => property.Name == "text");
        text.ShouldSerialize = (post, _) => IsTextSearchable((Post)post);
        Add<string>(type, "text_unsearchable", post => IsTextSearchable(post) ? null : post.Text, (post, value) => text.Set!(post, value));
        Add<int?>(type, "text_length", post => post.Text?.Length);
        Add<List<string>>(type, FoldedField, post => post.Searchable ? Folded(post) : null);
        Add<string[]>(type, SeenOrderField, SeenOrder);
        Add<int?>(type, "schema", _ => Schema);
    }

    private static void Add<T>(JsonTypeInfo type, string name, Func<Post, T?> get, Action<Post, T?>? set = null)
    {
        var field = type.CreateJsonPropertyInfo(typeof(T), name);
        field.Get = post => get((Post)post);
        field.Set = set is null ? null : (post, value) => set((Post)post, (T?)value);
        field.ShouldSerialize = (_, value) => value is not null;
        type.Properties.Add(field);
    }

    private static bool IsTextSearchable(Post post) => post.Searchable || post.Text is null;

    private static List<string> Folded(Post post) =>
        [.. post.Media.Select(media => media.Alt).Prepend(post.Text).Select(SearchText.Fold).Where(folded => folded.Length > 0)];

    private static string[] SeenOrder(Post post) =>
        [.. post.SeenVia.Where(via => via.NativeId.Length <= LongestId).Select(via => InOrder(post.Platform, via.Host, via.NativeId))];
}
