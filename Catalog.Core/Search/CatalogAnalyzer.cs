using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace Catalog.Core.Search;

/// <summary>One word of a text, folded and lower case, with its stem; null for a stop word.</summary>
internal readonly record struct Word(string Written, string? Stem)
{
    public bool IsStopWord => Stem is null;
}

/// <summary>
/// Cuts text into words, lower case, accents folded; the one way in which texts and queries are read. Folding stands
/// before stemming so that "estación" and "estacion" come out alike.
/// </summary>
internal sealed class CatalogAnalyzer : Analyzer
{
    private static readonly CatalogAnalyzer Instance = new();

    /// <summary>The words of a text in order; it need not be normalised.</summary>
    public static List<Word> Words(string text)
    {
        var words = new List<Word>();
        using var stream = Instance.GetTokenStream("", SearchText.Normalise(text));
        var term = stream.GetAttribute<ICharTermAttribute>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            var written = term.ToString();
            words.Add(new Word(written, StopWords.All.Contains(written) ? null : Stemmer.Stem(written)));
        }
        stream.End();
        return words;
    }

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokenizer = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        return new TokenStreamComponents(tokenizer, new ASCIIFoldingFilter(new LowerCaseFilter(LuceneVersion.LUCENE_48, tokenizer)));
    }
}
