namespace Samples.Generator;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood 2014). Written out because <see cref="System.Random"/> does not promise the same
/// numbers in every runtime. Each table draws from a stream of its own, named after it, so that a table added or
/// changed moves no other. No transcendental functions anywhere: their last bit differs between machines.
/// </summary>
internal sealed class Rng
{
    private const ulong Seed = 0x416C6D656E647261; // "Almendra"

    private ulong _state;

    public Rng(string stream)
    {
        // FNV-1a, 64 bit: string.GetHashCode is different in every process.
        var hash = 14695981039346656037UL;
        foreach (var c in stream)
            hash = (hash ^ c) * 1099511628211UL;
        _state = Seed ^ hash;
    }

    /// <summary>From 0 to below 1.</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Both ends included.</summary>
    public int Int(int from, int to) => from + (int)(Unit() * (to - from + 1));

    public decimal Dec(double from, double to, int decimals) => decimal.Round((decimal)(from + (Unit() * (to - from))), decimals);

    public bool Chance(double share) => Unit() < share;

    public T Pick<T>(IReadOnlyList<T> items) => items[Int(0, items.Count - 1)];

    /// <summary>One of a few words; say a word twice to meet it twice as often.</summary>
    public string Any(params ReadOnlySpan<string> items) => items[Int(0, items.Length - 1)];

    /// <summary>One of the items, each as likely as its weight.</summary>
    public T Pick<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var at = Unit() * items.Sum(weight);
        foreach (var item in items)
        {
            at -= weight(item);
            if (at < 0)
                return item;
        }

        return items[^1];
    }

    /// <summary>About normal: the sum of twelve uniform numbers has variance one.</summary>
    public double Normal(double mean, double deviation)
    {
        var sum = -6.0;
        for (var i = 0; i < 12; i++)
            sum += Unit();
        return mean + (sum * deviation);
    }

    /// <summary>About normal, never below zero, whole.</summary>
    public int Count(double mean, double deviation) => Math.Max(0, (int)Math.Round(Normal(mean, deviation)));

    public DateOnly Date(DateOnly from, DateOnly to) => from.AddDays(Int(0, to.DayNumber - from.DayNumber));

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
