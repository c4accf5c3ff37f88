using Listening.Posts;
using Listening.Stores;
using Listening.Tracking;
using Listening.Worker.Answers;
using Listening.Worker.Configuration;

namespace Listening.Worker.Commands;

/// <summary>One call of a verb.</summary>
internal sealed class Session(Terminal terminal, Settings settings, ServiceProvider services, bool json) : IAsyncDisposable
{
    public Terminal Terminal => terminal;

    public Settings Settings => settings;

    public IServiceProvider Services => services;

    public bool IsJson => json;

    public Questions Questions => services.GetRequiredService<Questions>();

    public StatusQuestion Status => services.GetRequiredService<StatusQuestion>();

    public FollowedHashtags Hashtags => services.GetRequiredService<FollowedHashtags>();

    /// <summary>Throws <see cref="StoreUnavailableException"/>.</summary>
    public Task PrepareStoreAsync(CancellationToken ct) => services.GetRequiredService<IStore>().PrepareAsync(ct);

    /// <summary>The one JSON value, or what <paramref name="asText"/> draws.</summary>
    public void Print<T>(T answer, Action<T> asText)
        where T : notnull
    {
        if (json)
        {
            terminal.PrintJson(answer is Answer shape ? shape with { Demo = settings.IsDemo } : answer);
        }
        else
        {
            asText(answer);
        }
    }

    /// <summary>The zone in which a hashtag's times are shown; a note when it is not followed.</summary>
    public async Task<TimeZoneInfo> ZoneAsync(Hashtag hashtag, CancellationToken ct)
    {
        TrackedHashtag? followed = await Questions.FindAsync(hashtag.Folded, ct);
        if (followed is null)
        {
            terminal.Note($"#{hashtag.Display} is not followed; start with: listening tags add {hashtag.Display}");
        }

        return followed?.Zone() ?? TimeZoneInfo.Utc;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
