namespace Catalog.Bench;

/// <summary>Made-up words of Spanish syllables, drawn so that the n-th most common is 1/n^s as common as the first.</summary>
public sealed class ZipfWords
{
    private static readonly string[] Syllables =
    [
        "ba", "ca", "ción", "co", "cu", "da", "de", "do", "es", "fi", "ga", "go", "ia", "in", "la", "le", "li", "lo", "ma",
        "mé", "mi", "na", "ne", "no", "ños", "o", "pa", "pe", "po", "que", "ra", "re", "rio", "ro", "sa", "sis", "so", "ta",
        "te", "ti", "to", "tra", "u", "va", "ve", "vi", "za",
    ];

    private readonly string[] _words;
    private readonly double[] _cumulative;

    public ZipfWords(int seed, int count, double exponent)
    {
        var random = new Random(seed);
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
            words.Add(string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => Syllables[random.Next(Syllables.Length)])).PadRight(4, 's'));
        _words = [.. words];
        _cumulative = new double[count];
        var sum = 0.0;
        for (var i = 0; i < count; i++) _cumulative[i] = sum += 1 / Math.Pow(i + 1, exponent);
    }

    public string At(int rank) => _words[rank % _words.Length];

    public string Next(Random random)
    {
        var found = Array.BinarySearch(_cumulative, random.NextDouble() * _cumulative[^1]);
        return _words[Math.Min(found < 0 ? ~found : found, _words.Length - 1)];
    }
}
