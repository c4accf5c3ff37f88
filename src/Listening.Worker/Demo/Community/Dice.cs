using System.Security.Cryptography;
using System.Text;

namespace Listening.Worker.Demo.Community;

/// <summary>Chance that can be repeated: the same seed and occasion give the same throws, on every machine (SplitMix64).</summary>
internal sealed class Dice
{
    private ulong _state;

    private Dice(ulong state) => _state = state;

    public static Dice For(int seed, string occasion) => new(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed} {occasion}"))));

    /// <summary>0 up to 1, which is left out.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>0 up to <paramref name="end"/>, which is left out.</summary>
    public int Below(int end) => (int)(Share() * end);

    public bool Happens(double chance) => Share() < chance;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of them, more often where the weight is greater.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var mark = Share() * from.Sum(weight);
        foreach (var item in from)
        {
            mark -= weight(item);
            if (mark < 0)
            {
                return item;
            }
        }

        return from[^1];
    }

    public IReadOnlyList<T> Shuffle<T>(IEnumerable<T> items)
    {
        var shuffled = items.ToArray();
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }

    public TimeSpan Between(TimeSpan least, TimeSpan most) => TimeSpan.FromMilliseconds((long)(least.TotalMilliseconds + (Share() * (most - least).TotalMilliseconds)));

    /// <summary>How many times something happens that happens <paramref name="mean"/> times on average (Poisson).</summary>
    public int Times(double mean)
    {
        var count = 0;
        for (var product = Share(); product > Math.Exp(-mean); product *= Share())
        {
            count++;
        }

        return count;
    }

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
