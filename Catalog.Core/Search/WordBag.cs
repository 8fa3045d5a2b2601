namespace Catalog.Core.Search;

/// <summary>
/// What each word weighs in a dataset, all fields together: the idea of BM25F, worked out when a dataset is indexed
/// instead of in every query. Five fields would be five posting lists per word of a query, merged document by document;
/// one weighted list says the same, and a query at a hundred thousand datasets stays within a few milliseconds.
/// </summary>
internal sealed class WordBag
{
    public const double Title = 6;
    public const double Keywords = 3;

    /// <summary>Publisher, creators, sectors and themes.</summary>
    public const double Owners = 2.5;

    public const double Description = 1;

    /// <summary>Titles, formats and columns of the distributions.</summary>
    public const double Distributions = 0.8;

    /// <summary>Occurrences in the index per unit of weight. 4: keeps 0.8 and 1 apart from each other at little cost.</summary>
    private const double Scale = 4;

    /// <summary>Most occurrences of one word. 120: a word that fills every field weighs no more than this.</summary>
    private const int MaxOccurrences = 120;

    private readonly Dictionary<string, double> _weights = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public void Clear() => _weights.Clear();

    /// <summary>
    /// Adds the words of one field. Repetition counts less each time and never more than double; in a title a word
    /// counts more the fewer others there are.
    /// </summary>
    public void Add(IReadOnlyList<Word> words, double weight)
    {
        _counts.Clear();
        foreach (var word in words)
            if (word.Stem is { } stem) _counts[stem] = _counts.GetValueOrDefault(stem) + 1;
        if (weight == Title && _counts.Count > 0) weight *= 1 + (1.0 / _counts.Count);
        foreach (var (stem, count) in _counts)
            _weights[stem] = _weights.GetValueOrDefault(stem) + (weight * 2 * count / (count + 1));
    }

    public IEnumerable<(string Stem, int Occurrences)> Occurrences =>
        _weights.Select(w => (w.Key, Math.Clamp((int)Math.Round(w.Value * Scale), 1, MaxOccurrences)));
}
