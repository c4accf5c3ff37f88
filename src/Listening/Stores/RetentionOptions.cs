namespace Listening.Stores;

/// <summary>Settings <c>Retention:*</c>.</summary>
public sealed class RetentionOptions
{
    /// <summary>How long posts are kept, counted from their creation; unset: for ever.</summary>
    public TimeSpan? Posts { get; set; }

    /// <summary>Posts created before this are not kept; null where nothing expires.</summary>
    public DateTimeOffset? KeptFrom(DateTimeOffset now) => Posts is { } span ? now - span : null;
}
