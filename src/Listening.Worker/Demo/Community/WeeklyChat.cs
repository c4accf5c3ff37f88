using System.Globalization;
using Listening.Worker.Demo.Fediverse;

namespace Listening.Worker.Demo.Community;

/// <summary>Thursdays at 20:00 UTC: the host asks four numbered questions, and whoever is there answers.</summary>
internal sealed class WeeklyChat(int seed, Publisher publisher)
{
    private const int WeeksBetweenMissedChats = 11;

    public static bool IsHeldOn(DateOnly day) => day.DayOfWeek == DayOfWeek.Thursday && WeekOf(day) % WeeksBetweenMissedChats != 5;

    public static Topic TopicOf(DateOnly day) => Topics.OfTheChat[WeekOf(day) % Topics.OfTheChat.Count];

    public IEnumerable<ScriptedPost> Of(DateOnly day)
    {
        if (!IsHeldOn(day))
        {
            return [];
        }

        var occasion = string.Create(CultureInfo.InvariantCulture, $"chat {day:yyyyMMdd}");
        return new Evening(seed, publisher, occasion, new DateTimeOffset(day, new TimeOnly(20, 0), TimeSpan.Zero), TopicOf(day)).Posts();
    }

    private static int WeekOf(DateOnly day) => day.DayNumber / 7;

    private sealed class Evening(int seed, Publisher publisher, string occasion, DateTimeOffset begins, Topic topic)
    {
        private readonly Dice _dice = Dice.For(seed, occasion);
        private readonly List<ScriptedPost> _posts = [];

        public List<ScriptedPost> Posts()
        {
            var guests = People.All.Skip(1).Where(person => _dice.Happens(person.ComesToChat)).ToList();
            Host(begins.AddHours(-9 + _dice.Share()), Filled(Phrases.ChatAnnouncements), "announcement");
            var opening = Host(begins.AddSeconds(_dice.Below(40)), Filled(Phrases.ChatOpenings), "opening");
            Greet(guests, opening);
            var answers = new Queue<string>(_dice.Shuffle(topic.Opinions.Concat(Phrases.ChatAnswers)));
            for (var number = 1; number <= topic.Questions.Count; number++)
            {
                var question = Host(begins.AddMinutes(5 + (13 * (number - 1)) + _dice.Share()), $"Q{number}: {topic.Questions[number - 1]}", $"q{number}");
                Discuss(question, number, guests, answers);
            }

            Host(begins.AddMinutes(58 + _dice.Share()), Filled(Phrases.ChatClosings), "closing");
            return _posts;
        }

        private void Greet(List<Person> guests, ScriptedPost opening)
        {
            var greetings = new Queue<string>(_dice.Shuffle(Phrases.ChatGreetings));
            foreach (var guest in guests.Where(_ => _dice.Happens(0.5)).Take(greetings.Count))
            {
                Say(guest, opening.CreatedAt + Within(4), greetings.Dequeue(), $"hello {guest.Username}", opening);
            }
        }

        private void Discuss(ScriptedPost question, int number, List<Person> guests, Queue<string> answers)
        {
            foreach (var guest in _dice.Shuffle(guests).Where(_ => _dice.Happens(0.75 - (0.06 * number))))
            {
                if (answers.Count == 0)
                {
                    _dice.Shuffle(Phrases.ChatAnswers).ToList().ForEach(answers.Enqueue);
                }

                var answer = Say(guest, question.CreatedAt + Within(9), $"A{number}: {Voice.WithSecondThought(answers.Dequeue(), "en", _dice)}", $"a{number} {guest.Username}", question);
                if (_dice.Happens(0.35))
                {
                    var other = _dice.Happens(0.4) ? People.ChatHost : _dice.Pick(guests);
                    if (other != guest)
                    {
                        Say(other, answer.CreatedAt + Within(4), _dice.Pick(Phrases.ChatReactions), $"a{number} {guest.Username} r", answer);
                    }
                }
            }
        }

        private ScriptedPost Host(DateTimeOffset at, string words, string what) => Say(People.ChatHost, at, words, what, null);

        private ScriptedPost Say(Person person, DateTimeOffset at, string pattern, string what, ScriptedPost? answered)
        {
            var text = Voice.Tagged(Wording.Fill(pattern, _dice), person, null, _dice);
            var post = publisher.Publish(person.Account, at, new Saying(text, "en"), $"{occasion} {what}", answered);
            _posts.Add(post);
            return post;
        }

        private string Filled(IReadOnlyList<string> patterns) => _dice.Pick(patterns).Replace("{topic}", topic.Name, StringComparison.Ordinal);

        private TimeSpan Within(int minutes) => _dice.Between(TimeSpan.FromSeconds(40), TimeSpan.FromMinutes(minutes));
    }
}
