using System.ComponentModel.DataAnnotations;

namespace Listening.Alerts;

/// <summary>Settings <c>Alerts:Rules:&lt;hashtag&gt;:Threshold:*</c>.</summary>
public sealed class ThresholdOptions
{
    /// <summary>Strictly more distinct people than this open an episode; 0 or more, no default.</summary>
    [Range(0, 1_000_000)]
    public int People { get; set; }

    /// <summary>How far back is looked, by the posts' own time; default 1 h.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromHours(1);
}
