using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;

namespace Catalog.Core.Search;

/// <summary>Hands words to Lucene that were cut already, so that each text is analysed once for all its fields.</summary>
internal sealed class WordStream : TokenStream
{
    /// <summary>Between two values, so that no phrase runs from one keyword or language into the next; above any slop.</summary>
    private const int Gap = 100;

    private readonly ICharTermAttribute _term;
    private readonly IPositionIncrementAttribute _increment;
    private IEnumerator<(string Term, int Increment)> _tokens = Enumerable.Empty<(string, int)>().GetEnumerator();

    public WordStream()
    {
        _term = AddAttribute<ICharTermAttribute>();
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Each term whole.</summary>
    public void SetTerms(IEnumerable<string> terms) => _tokens = terms.Select(t => (t, 1)).GetEnumerator();

    /// <summary>Every stem as often as it weighs.</summary>
    public void SetBag(WordBag bag) => _tokens = Repeat(bag).GetEnumerator();

    public void SetWritten(IEnumerable<List<Word>> values) => _tokens = Place(values, stems: false).GetEnumerator();

    public void SetWrittenAndStems(IEnumerable<List<Word>> values) => _tokens = Place(values, stems: true).GetEnumerator();

    public override bool IncrementToken()
    {
        if (!_tokens.MoveNext()) return false;
        var (term, increment) = _tokens.Current;
        _term.SetEmpty().Append(term);
        _increment.PositionIncrement = increment;
        return true;
    }

    private static IEnumerable<(string, int)> Repeat(WordBag bag)
    {
        foreach (var (stem, occurrences) in bag.Occurrences)
            for (var i = 0; i < occurrences; i++) yield return (stem, 1);
    }

    private static IEnumerable<(string, int)> Place(IEnumerable<List<Word>> values, bool stems)
    {
        var increment = 1;
        foreach (var value in values)
        {
            foreach (var word in value)
            {
                yield return (word.Written, increment);
                increment = 1;
                if (stems && word.Stem is not null) yield return (IndexFields.StemMark + word.Stem, 0);
            }
            increment = Gap;
        }
    }
}
