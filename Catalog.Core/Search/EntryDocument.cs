using Catalog.Core.Dcat;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Field = Lucene.Net.Documents.Field;

namespace Catalog.Core.Search;

/// <summary>
/// Writes an entry as a Lucene document. Nothing is stored but the index itself: pages are drawn from the store, and
/// the index only has to say which datasets and in what order.
/// </summary>
/// <remarks>
/// One object serves many entries, one after the other: Lucene takes longer to make a token stream than to read it, so
/// each field has one for good. For the same reason all terms of a field go through one stream.
/// </remarks>
internal sealed class EntryDocument
{
    /// <summary>
    /// Characters indexed of one field of text. 100,000: a dataset of thousands of files repeats itself long before,
    /// and one record must not fill the index.
    /// </summary>
    private const int MaxFieldLength = 100_000;

    private readonly WordStream _id = new();
    private readonly WordStream _source = new();
    private readonly WordStream _keys = new();
    private readonly WordStream _facets = new();
    private readonly WordStream _wholeTitles = new();
    private readonly WordStream _title = new();
    private readonly WordStream _words = new();
    private readonly WordStream _written = new();
    private readonly Field[] _streams;
    private readonly WordBag _bag = new();
    private readonly List<List<Word>> _texts = [];

    public EntryDocument()
    {
        // No norms: lengths are weighed in the word bag, where titles and descriptions can be told apart.
        var terms = Frozen(IndexOptions.DOCS_ONLY);
        var weights = Frozen(IndexOptions.DOCS_AND_FREQS);
        var positions = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        _streams =
        [
            new Field(IndexFields.Id, _id, terms),
            new Field(IndexFields.Source, _source, terms),
            new Field(IndexFields.Key, _keys, terms),
            new Field(IndexFields.Facet, _facets, terms),
            new Field(IndexFields.TitleWhole, _wholeTitles, terms),
            new Field(IndexFields.Title, _title, positions),
            new Field(IndexFields.Words, _words, weights),
            new Field(IndexFields.Written, _written, positions),
        ];
    }

    /// <summary>The document of an entry; good until the next is asked for.</summary>
    public Document Of(SearchEntry entry)
    {
        var document = new Document();
        foreach (var field in _streams) document.Add(field);
        AddNames(entry, document);
        AddTexts(entry);
        AddFacets(entry, document);
        return document;
    }

    private void AddNames(SearchEntry entry, Document document)
    {
        var dataset = entry.Dataset;
        var id = dataset.Id.ToString("D");
        _id.SetTerms([id]);
        _source.SetTerms([dataset.SourceId]);
        _keys.SetTerms(new[] { id, dataset.Id.ToString("N"), entry.Slug, dataset.Identifier }.Concat(dataset.OtherIdentifiers)
            .Select(SearchText.Key).Where(k => k.Length > 0).Distinct(StringComparer.Ordinal));
        document.Add(new BinaryDocValuesField(IndexFields.Id, new BytesRef(dataset.Id.ToByteArray())));
        document.Add(new NumericDocValuesField(IndexFields.Date, entry.SortDate.UtcTicks));
        document.Add(new BinaryDocValuesField(IndexFields.TitleOrder, new BytesRef(SearchText.TitleOrder(dataset.Title.In("es")))));
    }

    private void AddTexts(SearchEntry entry)
    {
        var dataset = entry.Dataset;
        _bag.Clear();
        _texts.Clear();
        var titles = AddText(WordBag.Title, Wordings(dataset.Title));
        _title.SetWrittenAndStems(titles);
        _wholeTitles.SetTerms(titles.SelectMany(WholeTitle.Terms).Distinct(StringComparer.Ordinal));
        AddText(WordBag.Keywords, dataset.Keywords.Select(k => k.Value));
        AddText(WordBag.Owners,
        [
            .. Wordings(dataset.Publisher?.Name ?? Text.Empty),
            .. dataset.Creators.SelectMany(c => Wordings(c.Name)),
            .. entry.SectorTitles,
            .. dataset.Themes.SelectMany(t => Wordings(t.Label)),
        ]);
        AddText(WordBag.Description, Wordings(dataset.Description));
        AddText(WordBag.Distributions,
        [
            .. dataset.Distributions.SelectMany(d => Wordings(d.Title)),
            .. entry.Formats,
            .. dataset.Distributions.SelectMany(d => d.Fields).Select(f => f.Name),
        ]);
        _words.SetBag(_bag);
        _written.SetWritten(_texts);
    }

    private void AddFacets(SearchEntry entry, Document document)
    {
        var dataset = entry.Dataset;
        var terms = new HashSet<string>(StringComparer.Ordinal);
        AddFacet(terms, FacetField.Sector, dataset.Sectors);
        AddFacet(terms, FacetField.Publisher, [entry.PublisherId]);
        AddFacet(terms, FacetField.Format, entry.Formats);
        AddFacet(terms, FacetField.License, [entry.License]);
        AddFacet(terms, FacetField.Tag, dataset.Keywords.Select(k => k.Value));
        _facets.SetTerms(terms);
        foreach (var term in terms) document.Add(new SortedSetDocValuesField(IndexFields.Facet, new BytesRef(term)));
    }

    private static void AddFacet(HashSet<string> terms, FacetField field, IEnumerable<string?> published)
    {
        foreach (var one in published)
            if (SearchText.FacetValue(one) is { } value) terms.Add(IndexFields.FacetTerm(field, value));
    }

    /// <summary>Each wording once: translations and the files of a series say mostly the same.</summary>
    private List<List<Word>> AddText(double weight, IEnumerable<string> values)
    {
        var room = MaxFieldLength;
        var read = new List<List<Word>>();
        foreach (var value in values.Distinct(StringComparer.Ordinal))
        {
            if (room <= 0) break;
            var words = CatalogAnalyzer.Words(value.Length <= room ? value : value[..room]);
            room -= value.Length;
            if (words.Count > 0) read.Add(words);
        }
        _texts.AddRange(read);
        _bag.Add([.. read.SelectMany(words => words)], weight);
        return read;
    }

    private static IEnumerable<string> Wordings(Text text) => text.Values.Select(v => v.Value);

    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
