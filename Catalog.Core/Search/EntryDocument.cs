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
internal sealed class EntryDocument
{
    /// <summary>
    /// Characters indexed of one field of text. 100,000: a dataset of thousands of files repeats itself long before,
    /// and one record must not fill the index.
    /// </summary>
    private const int MaxFieldLength = 100_000;

    /// <summary>No norms: lengths are weighed in <see cref="WordBag"/>, where titles and descriptions can be told apart.</summary>
    private static readonly FieldType Weights = Frozen(IndexOptions.DOCS_AND_FREQS);

    private static readonly FieldType Positions = Frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    private readonly Document _document = [];
    private readonly HashSet<(string Field, string Term)> _terms = [];
    private readonly List<List<Word>> _written = [];
    private readonly WordBag _bag = new();

    public static Document Of(SearchEntry entry)
    {
        var document = new EntryDocument();
        document.AddNames(entry);
        document.AddTexts(entry);
        document.AddFacets(entry);
        return document._document;
    }

    private void AddNames(SearchEntry entry)
    {
        var dataset = entry.Dataset;
        var id = dataset.Id.ToString("D");
        Add(new StringField(IndexFields.Id, id, Field.Store.NO));
        Add(new BinaryDocValuesField(IndexFields.Id, new BytesRef(dataset.Id.ToByteArray())));
        foreach (var name in new[] { id, dataset.Id.ToString("N"), entry.Slug, dataset.Identifier }.Concat(dataset.OtherIdentifiers))
            AddTerm(IndexFields.Key, SearchText.Key(name));
        Add(new StringField(IndexFields.Source, dataset.SourceId, Field.Store.NO));
        Add(new NumericDocValuesField(IndexFields.Date, entry.SortDate.UtcTicks));
        Add(new BinaryDocValuesField(IndexFields.TitleOrder, new BytesRef(SearchText.TitleOrder(dataset.Title.In("es")))));
    }

    private void AddTexts(SearchEntry entry)
    {
        var dataset = entry.Dataset;
        var titles = AddText(WordBag.Title, Wordings(dataset.Title));
        Add(new Field(IndexFields.Title, WordStream.OfWrittenAndStems(titles), Positions));
        foreach (var whole in titles.SelectMany(WholeTitle.Terms)) AddTerm(IndexFields.TitleWhole, whole);
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
        Add(new Field(IndexFields.Words, WordStream.OfBag(_bag), Weights));
        Add(new Field(IndexFields.Written, WordStream.OfWritten(_written), Positions));
    }

    private void AddFacets(SearchEntry entry)
    {
        foreach (var sector in entry.Dataset.Sectors) AddFacet(FacetField.Sector, sector);
        AddFacet(FacetField.Publisher, entry.PublisherId);
        foreach (var format in entry.Formats) AddFacet(FacetField.Format, format);
        AddFacet(FacetField.License, entry.License);
        foreach (var keyword in entry.Dataset.Keywords) AddFacet(FacetField.Tag, keyword.Value);
    }

    private void AddFacet(FacetField field, string? published)
    {
        if (SearchText.FacetValue(published) is not { } value) return;
        var term = IndexFields.FacetTerm(field, value);
        if (AddTerm(IndexFields.Facet, term)) Add(new SortedSetDocValuesField(IndexFields.Facet, new BytesRef(term)));
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
        _written.AddRange(read);
        _bag.Add([.. read.SelectMany(words => words)], weight);
        return read;
    }

    private bool AddTerm(string field, string term)
    {
        if (term.Length == 0 || !_terms.Add((field, term))) return false;
        Add(new StringField(field, term, Field.Store.NO));
        return true;
    }

    private void Add(Field field) => _document.Add(field);

    private static IEnumerable<string> Wordings(Text text) => text.Values.Select(v => v.Value);

    private static FieldType Frozen(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
