using Listening.Worker.Demo.Fediverse;

namespace Listening.Benchmarks.Memory;

/// <summary>Hosts on which many hashtags are talked about: some history, and from then on a few posts each second.</summary>
internal sealed class Hashtags(int count, int hosts, DateTimeOffset begins)
{
    private const int PostsBefore = 20;
    private static readonly TimeSpan Distance = TimeSpan.FromSeconds(0.5);

    public IReadOnlyList<string> Names { get; } = [.. Enumerable.Range(0, count).Select(number => $"topic{number}x")];

    public FediverseScript Script() => new()
    {
        Hosts = [.. Enumerable.Range(0, hosts).Select(number => new HostScript(HostOf(number)) { Limits = new ScriptedLimits(1_000_000, 1_000_000) })],
        Posts = Enumerable.Range(0, count * PostsBefore).Select(number => Post(number, begins.AddMinutes(-number))).ToList(),
        Story = new ScriptedStory(begins, Between),
    };

    private IEnumerable<ScriptedPost> Between(DateTimeOffset from, DateTimeOffset until)
    {
        for (var number = (long)Math.Ceiling((from - begins) / Distance); begins + (number * Distance) < until; number++)
        {
            yield return Post((int)(1_000_000 + (number * 7919)), begins + (number * Distance));
        }
    }

    private ScriptedPost Post(int number, DateTimeOffset at) => new()
    {
        Key = $"post {number}",
        Author = new ScriptedAccount { Host = HostOf(number % hosts), Username = $"person{number % 5000}", DisplayName = $"Person {number % 5000}", Bio = "<p>Events.</p>" },
        CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds()),
        Text = $"Doors open in {number} minutes, see https://programme.example/{number} for the hall and the way there. #{Names[number % count]}",
    };

    private static string HostOf(int number) => $"host{number}.example";
}
