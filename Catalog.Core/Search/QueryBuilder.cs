using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Catalog.Core.Search;

/// <summary>How much of what was typed a dataset must have; the next step is taken only when one finds nothing.</summary>
internal enum Breadth
{
    AllWords,

    /// <summary>All words, of which the last may be unfinished.</summary>
    LastWordOpen,

    /// <summary>Any of the words; phrases, prefixes and exclusions still hold, because they were asked for on purpose.</summary>
    AnyWord,
}

/// <summary>
/// Makes a Lucene query of what was typed. Ranking has tiers, by constants far above what words score in everyday
/// queries: an id or identifier, then a title that is exactly what was typed, then a title with the words together,
/// then the weights of the words.
/// </summary>
internal sealed class QueryBuilder
{
    private const float KeyScore = 32_000;
    private const float WholeTitleScore = 16_000;
    private const float WholeTitleByStemsScore = 8_000;
    private const float TitlePhraseScore = 4_000;

    /// <summary>An identifier among other words. 100: above a rare word in a title.</summary>
    private const float KeyWordScore = 100;

    /// <summary>A title word exactly as typed, against its plural. 1.5: decides between equals, nothing more.</summary>
    private const float ExactTitleWordScore = 1.5f;

    /// <summary>The beginning of a word, and of a title word: as the word itself, with a middling rarity.</summary>
    private const float PrefixScore = 5;
    private const float TitlePrefixScore = 30;

    /// <summary>Positions by which title words may be apart and still be a phrase: room for "de la".</summary>
    private const int PhraseSlop = 2;

    /// <summary>Letters from which on an unfinished last word is looked up. 2: one letter finds everything.</summary>
    private const int MinOpenWordLength = 2;

    private readonly TypedQuery _typed;
    private readonly List<Part> _parts;

    public QueryBuilder(TypedQuery typed)
    {
        _typed = typed;
        _parts = [.. typed.Terms.Select(t => new Part(t, CatalogAnalyzer.Words(t.Text))).Where(p => p.Words.Count > 0)];
        // Stop words are asked for only by those who typed nothing else.
        if (_parts.Exists(p => !p.Term.Excluded && !p.IsStopWord)) _parts.RemoveAll(p => p.IsStopWord);
        else _parts.RemoveAll(p => p.Term.Excluded && p.IsStopWord);
    }

    private sealed record Part(TypedTerm Term, List<Word> Words)
    {
        public bool IsStopWord => Term.Kind == TypedKind.Word && Words.TrueForAll(w => w.IsStopWord);

        /// <summary>A word that may be missing when nothing has them all.</summary>
        public bool IsLoose => Term is { Kind: TypedKind.Word, Excluded: false };
    }

    private bool HasOpenWord =>
        _typed.LastWordIsOpen && _parts is [.., { IsLoose: true } last] && last.Words[^1].Written.Length >= MinOpenWordLength;

    /// <summary>The steps that make sense for this query, strictest first; never none.</summary>
    public IEnumerable<Breadth> Steps()
    {
        yield return Breadth.AllWords;
        if (HasOpenWord) yield return Breadth.LastWordOpen;
        if (_parts.Count(p => p.IsLoose) > 1) yield return Breadth.AnyWord;
    }

    public Query Build(Breadth breadth)
    {
        if (_typed.Whole.Length == 0) return new MatchAllDocsQuery();
        return Any(Constant(new TermQuery(new Term(IndexFields.Key, SearchText.Key(_typed.Whole))), KeyScore), BuildWords(breadth));
    }

    private BooleanQuery BuildWords(Breadth breadth)
    {
        var query = new BooleanQuery(disableCoord: true);
        var loose = new BooleanQuery(disableCoord: true);
        foreach (var part in _parts)
        {
            var open = breadth != Breadth.AllWords && ReferenceEquals(part, _parts[^1]) && HasOpenWord;
            if (part.Term.Excluded) query.Add(Clause(part, open: false), Occur.MUST_NOT);
            else if (breadth == Breadth.AnyWord && part.IsLoose) loose.Add(Clause(part, open), Occur.SHOULD);
            else query.Add(Clause(part, open), Occur.MUST);
        }
        if (loose.Clauses.Count > 0) query.Add(loose, Occur.MUST);
        if (_parts.TrueForAll(p => p.Term.Excluded)) query.Add(new MatchAllDocsQuery(), Occur.MUST);
        else AddTitleTiers(query);
        return query;
    }

    private void AddTitleTiers(BooleanQuery query)
    {
        var words = CatalogAnalyzer.Words(string.Join(' ',
            _typed.Terms.Where(t => !t.Excluded && t.Kind != TypedKind.Prefix).Select(t => t.Text)));
        if (words.Count == 0) return;
        query.Add(Constant(new TermQuery(new Term(IndexFields.TitleWhole, WholeTitle.Written(words))), WholeTitleScore), Occur.SHOULD);
        if (words.TrueForAll(w => w.IsStopWord)) return;
        query.Add(Constant(new TermQuery(new Term(IndexFields.TitleWhole, WholeTitle.Stemmed(words))), WholeTitleByStemsScore), Occur.SHOULD);
        var phrase = new PhraseQuery { Slop = PhraseSlop };
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].IsStopWord) continue;
            phrase.Add(new Term(IndexFields.Title, IndexFields.StemMark + words[i].Stem), i);
            query.Add(Constant(new TermQuery(new Term(IndexFields.Title, words[i].Written)), ExactTitleWordScore), Occur.SHOULD);
        }
        if (phrase.GetTerms().Length > 1) query.Add(Constant(phrase, TitlePhraseScore), Occur.SHOULD);
    }

    private static Query Clause(Part part, bool open)
    {
        var (typed, words) = part;
        var last = words[^1];
        if (typed.Kind == TypedKind.Phrase) return Written(words);
        if (typed.Kind == TypedKind.Prefix)
        {
            // "2019-0*": Lucene has no phrase that ends in a prefix, so the words before it need not stand beside it.
            var all = new BooleanQuery(disableCoord: true) { { Beginning(last), Occur.MUST } };
            foreach (var word in words.Take(words.Count - 1)) all.Add(Written([word]), Occur.MUST);
            return all;
        }
        var key = Constant(new TermQuery(new Term(IndexFields.Key, SearchText.Key(typed.Text))), KeyWordScore);
        // "R/P1M" and "2019-04" are several words to the analyser: together they are a phrase.
        var found = words.Count > 1 || last.IsStopWord ? Written(words) : new TermQuery(new Term(IndexFields.Words, last.Stem));
        return open && words.Count == 1 ? Any(key, found, Beginning(last)) : Any(key, found);
    }

    /// <summary>The words as typed, beside each other, anywhere.</summary>
    private static Query Written(List<Word> words)
    {
        if (words.Count == 1) return new TermQuery(new Term(IndexFields.Written, words[0].Written));
        var phrase = new PhraseQuery();
        foreach (var word in words) phrase.Add(new Term(IndexFields.Written, word.Written));
        return phrase;
    }

    private static BooleanQuery Beginning(Word word) => Any(
        Constant(new PrefixQuery(new Term(IndexFields.Written, word.Written)), PrefixScore),
        Constant(new PrefixQuery(new Term(IndexFields.Title, word.Written)), TitlePrefixScore));

    private static BooleanQuery Any(params ReadOnlySpan<Query> queries)
    {
        var any = new BooleanQuery(disableCoord: true);
        foreach (var query in queries) any.Add(query, Occur.SHOULD);
        return any;
    }

    private static ConstantScoreQuery Constant(Query query, float score) => new(query) { Boost = score };
}
