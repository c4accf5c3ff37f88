namespace Listening.Worker.Demo.Community;

/// <summary>How a person puts things.</summary>
internal static class Voice
{
    /// <summary>Something that begins a conversation.</summary>
    public static Saying Post(Person person, Dice dice)
    {
        var topic = dice.Pick(person.Topics, topic => topic == person.Topics[0] ? 2 : 1);
        var isOwn = dice.Happens(0.35);
        var language = isOwn ? person.Language : topic.Language;
        var words = Wording.Fill(dice.Pick(isOwn ? person.Lines : topic.Posts), dice, language);
        if (dice.Happens(isOwn ? 0.6 : 0.4))
        {
            words = $"{Wording.Fill(dice.Pick(Phrases.Openers(language)), dice, language)} {words}";
        }

        if (!isOwn && dice.Happens(0.4))
        {
            words += (dice.Happens(0.3) ? "\n\n" : " ") + Wording.Fill(dice.Pick(topic.Opinions), dice, language);
        }

        var text = Tagged(words, person, !isOwn && dice.Happens(0.2) ? topic.Tag : null, dice);
        var photo = !isOwn && topic.Photos.Count > 0 && dice.Happens(0.12) ? dice.Pick(topic.Photos) : null;
        return new Saying(text, language, photo, dice.Happens(0.02) ? text + "\n\nEdit: thank you all for the answers!" : null);
    }

    /// <summary>An answer to a post in a language.</summary>
    public static Saying Answer(Person person, string language, Dice dice)
    {
        var topic = dice.Pick(person.Topics);
        var pattern = topic.Language == language && dice.Happens(0.45) ? dice.Pick(topic.Opinions) : dice.Pick(Phrases.Answers(language));
        return Maybe(Wording.Fill(WithSecondThought(pattern, language, dice), dice, language), person, language, dice);
    }

    /// <summary>The pattern, now and then with another sentence behind it.</summary>
    public static string WithSecondThought(string pattern, string language, Dice dice) =>
        language == "en" && dice.Happens(0.55) ? $"{pattern} {dice.Pick(Phrases.SecondThoughts)}" : pattern;

    /// <summary>What the first author says to an answer.</summary>
    public static Saying Thanks(Person person, string language, Dice dice) =>
        Maybe(Wording.Fill(dice.Pick(Phrases.Thanks(language)), dice, language), person, language, dice);

    /// <summary>The words with the hashtag, in the person's spelling.</summary>
    public static string Tagged(string words, Person person, string? second, Dice dice)
    {
        var tags = second is null ? $"#{person.Tag}" : $"#{person.Tag} #{second}";
        return dice.Happens(0.25) ? $"{words}\n\n{tags}" : $"{words} {tags}";
    }

    /// <summary>In conversations the hashtag is forgotten now and then.</summary>
    private static Saying Maybe(string words, Person person, string language, Dice dice) =>
        new(dice.Happens(0.8) ? Tagged(words, person, null, dice) : words, language);
}
