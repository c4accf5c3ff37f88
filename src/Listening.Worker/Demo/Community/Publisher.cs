using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>Makes a post of what somebody says: who likes it, and when it reaches which host.</summary>
internal sealed class Publisher(int seed, IReadOnlyList<string> hosts)
{
    /// <summary>The same post each time.</summary>
    /// <param name="author">Who says it.</param>
    /// <param name="at">When.</param>
    /// <param name="saying">What.</param>
    /// <param name="occasion">Makes it unique.</param>
    /// <param name="answered">What it answers.</param>
    /// <param name="appeal">How much it is liked, against what is usual: 1 is usual, 0 not at all.</param>
    public ScriptedPost Publish(ScriptedAccount author, DateTimeOffset at, Saying saying, string occasion, ScriptedPost? answered = null, double appeal = 1)
    {
        var dice = Dice.For(seed, $"publish {occasion}");
        var likes = dice.Times(Math.Min(14, author.Followers / 180.0) * dice.Share() * (answered is null ? 1.6 : 0.5) * appeal);
        return new ScriptedPost
        {
            Key = occasion,
            Author = author,
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
            Text = answered is null ? saying.Text : $"@{answered.Author.Acct} {saying.Text}",
            Language = saying.Language,
            ReplyTo = answered?.Key,
            Media = saying.Photo is null ? [] : [new ScriptedMedia(FileOf(author, at), saying.Photo)],
            Edits = saying.Edited is null ? [] : [new ScriptedEdit(at + dice.Between(TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(40)), saying.Edited)],
            Likes = likes,
            Reposts = dice.Times(likes * 0.35),
            Arrivals = [.. hosts.Where(host => host != author.Host).Select(host => Arrival(host, likes, dice)).OfType<ScriptedArrival>()],
        };
    }

    private static ScriptedArrival? Arrival(string host, int likes, Dice dice)
    {
        var chance = dice.Share();
        var known = (int)(likes * dice.Share());
        var after = chance switch
        {
            < 0.08 => (TimeSpan?)null,
            < 0.11 => dice.Between(TimeSpan.FromMinutes(10), TimeSpan.FromHours(5)),
            _ => dice.Between(TimeSpan.FromSeconds(0.4), TimeSpan.FromSeconds(4)),
        };
        return after is null ? null : new ScriptedArrival(host, after.Value, IsFetched: chance is >= 0.08 and < 0.09, Likes: known, Reposts: known / 3);
    }

    private static string FileOf(ScriptedAccount author, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"https://{author.Host}/media/{at.ToUnixTimeMilliseconds():x}.jpg");
}
