using System.Globalization;
using System.Text.Json;

namespace Listening.Storage.Elasticsearch;

/// <summary>Which write of a document was read: the base of a compare-and-set.</summary>
internal sealed record DocumentVersion(long SeqNo, long PrimaryTerm)
{
    /// <summary>From an answer, a hit or a document that carries both numbers.</summary>
    public static DocumentVersion Of(JsonElement carrier) => new(carrier.GetProperty("_seq_no").GetInt64(), carrier.GetProperty("_primary_term").GetInt64());

    /// <summary>Reads back what <see cref="ToString"/> wrote.</summary>
    public static DocumentVersion Parse(string text)
    {
        var parts = text.Split(':');
        return new(long.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public string AsParameters() => string.Create(CultureInfo.InvariantCulture, $"if_seq_no={SeqNo}&if_primary_term={PrimaryTerm}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SeqNo}:{PrimaryTerm}");
}
