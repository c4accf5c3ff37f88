using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>What follows a post: answers, and answers to those.</summary>
internal sealed class Conversation(int seed, Publisher publisher)
{
    private const double AnswersToAPost = 0.6;

    /// <summary>The answers to a post, within a day and a half.</summary>
    public IEnumerable<ScriptedPost> AnswersTo(ScriptedPost post, Person author)
    {
        var dice = Dice.For(seed, $"answers {post.Key}");
        var language = post.Language ?? "en";
        var others = People.All.Where(person => person.Username != author.Username && Speaks(person, language)).ToList();
        var wanted = dice.Times(AnswersToAPost * (0.6 + (author.Sociable * 0.8)));
        foreach (var number in Enumerable.Range(0, Math.Min(wanted, others.Count)))
        {
            var person = dice.Pick(others, person => person.Sociable * (person.Topics.Intersect(author.Topics).Any() ? 3 : 1));
            others.Remove(person);
            var answer = publisher.Publish(person.Account, post.CreatedAt + Pause(dice), Voice.Answer(person, language, dice), $"{post.Key} a{number}", post);
            yield return answer;
            if (dice.Happens(0.4))
            {
                yield return publisher.Publish(author.Account, answer.CreatedAt + Pause(dice), Voice.Thanks(author, language, dice), $"{post.Key} a{number} t", answer);
            }
        }
    }

    private static bool Speaks(Person person, string language) => language == "en" || person.Topics.Any(topic => topic.Language == language);

    /// <summary>Mostly minutes, sometimes until the next morning.</summary>
    private static TimeSpan Pause(Dice dice) => TimeSpan.FromMinutes(2 + (Math.Pow(dice.Share(), 3) * 840));
}
