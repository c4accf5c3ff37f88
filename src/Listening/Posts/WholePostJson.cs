using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Listening.Posts;

/// <summary>
/// The exported JSON of a post, and what exports leave out: <c>content_host</c> (see <see cref="Post.ContentHost"/>) and references that are
/// not resolved yet, so that a post which is read from it is the one that was written. For stores, and for files that carry a whole store.
/// </summary>
public static class WholePostJson
{
    /// <summary>Reads and writes whole posts; everything else as <see cref="ListeningJson.Options"/> does.</summary>
    public static JsonSerializerOptions Options { get; } = new(ListeningJson.Options)
    {
        RespectNullableAnnotations = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { AddFields } },
    };

    /// <summary>For options that add more fields of their own.</summary>
    public static void AddFields(JsonTypeInfo type)
    {
        if (type.Type != typeof(Post))
        {
            return;
        }

        foreach (var reference in type.Properties.Where(property => property.PropertyType == typeof(PostReference)))
        {
            reference.CustomConverter = new WholeReferenceConverter();
        }

        type.Properties.Remove(type.Properties.First(property => property.Name == "content_host")); // ignored in exports
        var contentHost = type.CreateJsonPropertyInfo(typeof(string), "content_host");
        contentHost.Get = post => ((Post)post).ContentHost;
        contentHost.Set = SetContentHost();
        contentHost.ShouldSerialize = (_, host) => host is not null;
        type.Properties.Add(contentHost);
    }

    // Such a property is set once, by an object initializer or by whoever reads JSON.
    private static Action<object, object?> SetContentHost()
    {
        var set = typeof(Post).GetProperty(nameof(Post.ContentHost))!.SetMethod!.CreateDelegate<Action<Post, string?>>();
        return (post, host) => set((Post)post, (string?)host);
    }
}
