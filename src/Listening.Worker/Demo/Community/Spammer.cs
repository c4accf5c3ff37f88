using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>
/// Nearly every week one burst of nearly the same advertisement under a pile of hashtags. Nobody likes it, nobody answers, and
/// after twelve weeks it goes on under a fresh account.
/// </summary>
internal sealed class Spammer(int seed, Publisher publisher)
{
    private const int WeeksOfAnAccount = 12;

    private static readonly string[] Pitches =
    [
        "Still {tens} EMPTY SEATS? SeatSurge fills your room while you sleep: {link}",
        "SELL OUT. EVERY. TIME. {crowd} planners cannot be wrong >> {link}",
        "Your competitors do not want you to see this: {link} Save {tens}% until midnight!!",
        "We doubled the guests of {tens} events. Yours is NEXT. Free trial: {link}",
        "LAST CHANCE (really this time): guests at half price, paid by the dozen: {link}",
        "Nobody came to your event? Nobody has to know. {crowd} warm guests in {n} days: {link}",
    ];

    private static readonly string[] Tags = ["events", "EventPlanning", "Tickets", "Venues", "Sponsorship", "Networking", "HybridEvents", "Catering", "Marketing", "Growth", "Success", "Sales", "Monday", "Business"];

    /// <summary>The account of a day.</summary>
    public static ScriptedAccount AccountOn(DateOnly day)
    {
        var number = Week(day) / WeeksOfAnAccount;
        return new ScriptedAccount
        {
            Host = People.Plaza,
            Username = string.Create(CultureInfo.InvariantCulture, $"seatsurge_{number % 100}"),
            DisplayName = "SeatSurge | SELL OUT NOW",
            Bio = "<p>We fill your seats. All of them. Ask about our guests by the dozen.</p>",
            Fields = [new ScriptedField("BUY", "<a href=\"https://seatsurge.example\" target=\"_blank\" rel=\"nofollow noopener me\">seatsurge.example</a>")],
            Followers = 18_400,
            Following = 11,
            CreatedAt = new DateTimeOffset(DateOnly.FromDayNumber(number * WeeksOfAnAccount * 7), new TimeOnly(4, 12), TimeSpan.Zero),
        };
    }

    public IEnumerable<ScriptedPost> Of(DateOnly day)
    {
        var dice = Dice.For(seed, string.Create(CultureInfo.InvariantCulture, $"spam {Week(day)}"));
        if (dice.Below(7) != day.DayNumber % 7 || dice.Happens(0.1))
        {
            yield break;
        }

        var pitch = Wording.Fill(dice.Pick(Pitches).Replace("{link}", "<link>", StringComparison.Ordinal), dice);
        var tags = string.Join(' ', dice.Shuffle(Tags).Take(8).Prepend(DemoCommunity.Hashtag).Select(tag => $"#{tag}"));
        var account = AccountOn(day);
        var at = new DateTimeOffset(day, new TimeOnly(5 + dice.Below(16), 0), TimeSpan.Zero);
        for (var number = 16 + dice.Below(14); number > 0; number--)
        {
            at += dice.Between(TimeSpan.FromSeconds(35), TimeSpan.FromMinutes(3));
            var link = string.Create(CultureInfo.InvariantCulture, $"https://seatsurge.example/offer?from={1 + dice.Below(9)}");
            var text = $"{pitch.Replace("<link>", link, StringComparison.Ordinal)} {tags}";
            yield return publisher.Publish(account, at, new Saying(text, "en"), string.Create(CultureInfo.InvariantCulture, $"spam {day:yyyyMMdd} {number}"), appeal: 0);
        }
    }

    private static int Week(DateOnly day) => day.DayNumber / 7;
}
