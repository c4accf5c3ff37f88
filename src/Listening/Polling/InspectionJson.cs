using System.Text;
using System.Text.Json;
using Listening.Posts;

namespace Listening.Polling;

/// <summary>
/// An inspection as JSON, <c>{outcome, error, posts: [...]}</c>: ids and names as the body has them; what is false, null or absent there is left out.
/// </summary>
public static class InspectionJson
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = ListeningJson.Options.Encoder, Indented = true };

    public static string Write(Inspection inspection)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Layout))
        {
            json.WriteStartObject();
            json.WriteString("outcome", inspection.Outcome);
            json.WriteStated("error", inspection.Error);
            json.WriteStartArray("posts");
            foreach (var observation in inspection.Observations)
            {
                json.WriteStartObject();
                WritePost(json, observation);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void WritePost(Utf8JsonWriter json, Observation seen)
    {
        json.WriteString("id", seen.NativeId);
        if (seen.Post.IsDeleted)
        {
            json.WriteBoolean("deleted", true);
            return;
        }

        json.WriteStated("uri", seen.Post.PostKey);
        json.WriteStated("url", seen.Post.Url);
        json.WriteStartObject("author");
        json.WriteStated("id", seen.AuthorNativeId);
        json.WriteStated("handle", seen.AuthorHandle);
        json.WriteEndObject();
        json.WriteTime("created_at", seen.StatedCreatedAt);
        json.WriteTime("edited_at", seen.Post.EditedAt);
        json.WriteTexts("hashtags", seen.StatedTags);
        json.WriteTexts("hashtags_text", [.. Matcher.HashtagsIn(OwnText(seen)).Distinct(StringComparer.Ordinal)]);
        json.WriteStated("reply_to", seen.ReplyToNativeId);
        json.WriteStated("boost_of", seen.RepostOfNativeId);
        json.WriteStated("quote_of", seen.QuoteOfNativeId);
        json.WriteStated("visibility", seen.Visibility);
        json.WriteTrue("sensitive", seen.Sensitive is true);
        json.WriteTrue("content_warning", seen.ContentWarning is not null);
        json.WriteStated("language", seen.Post.Lang);
        WriteText(json, seen);
    }

    private static void WriteText(Utf8JsonWriter json, Observation seen)
    {
        if (seen.Post.Media.Count > 0)
        {
            json.WriteNumber("media_count", seen.Post.Media.Count);
        }

        var fold = TextFold.Of(OwnText(seen));
        json.WriteStartObject("text_fold");
        json.WriteNumber("n", fold.Characters);
        json.WriteString("sha1", fold.Sha1);
        json.WriteEndObject();
    }

    // The warning stands before the text, with an empty line between.
    private static string OwnText(Observation seen)
    {
        var text = seen.Post.Text ?? "";
        var warning = seen.ContentWarning?.Trim() ?? "";
        return warning.Length > 0 && text.StartsWith(warning, StringComparison.Ordinal) ? text[warning.Length..].TrimStart('\n') : text;
    }

    private static void WriteStated(this Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteTime(this Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        json.WriteStated(name, time is { } stated ? ListeningJson.Format(stated) : null);

    private static void WriteTrue(this Utf8JsonWriter json, string name, bool value)
    {
        if (value)
        {
            json.WriteBoolean(name, value);
        }
    }

    private static void WriteTexts(this Utf8JsonWriter json, string name, IReadOnlyList<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
