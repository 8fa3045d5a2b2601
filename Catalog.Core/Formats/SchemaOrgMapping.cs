using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// Writes the catalog as RDF of schema.org: DataCatalog, Dataset, DataDownload. What has no address of its own is a
/// fragment of what it belongs to, so there are no blank nodes here either. The names are those of schema.org's own
/// JSON-LD context, which are under http.
/// </summary>
public sealed class SchemaOrgMapping(IRdfSink sink, DataCatalog catalog) : ICatalogMapping
{
    private const string Namespace = "http://schema.org/";
    private static readonly Iri HasDataset = Term("dataset");
    private static readonly Iri Decimal = Iri.Of(RdfNames.XsdDecimal);
    private static readonly Iri Boolean = Iri.Of(RdfNames.XsdBoolean);
    private static readonly Iri Date = Term("Date");

    private readonly SchemaOrgThings _things = new(catalog, language: null);
    private readonly Iri _catalogIri = Iri.TryClean(new CatalogAddresses(catalog.Url).Catalog, out var iri) ? iri : default;

    /// <summary>What stands for itself, such as a publisher: described once in a document. As many as the config has bodies.</summary>
    private readonly HashSet<Iri> _described = [];
    private bool _inCatalog;

    public static RdfContext Context { get; } = new(
        [
            new("schema", Namespace),
            new("hydra", "http://www.w3.org/ns/hydra/core#"),
            new("xsd", RdfNames.Xsd),
        ],
        [
            .. new[] { "name", "description", "keywords" }.Select(name => new RdfTerm(name, Term(name), TermKind.LanguageMap)),
            .. new[] { "url", "sameAs", "license", "dataset", "distribution", "creator", "publisher", "contentUrl", "includedInDataCatalog", "spatialCoverage", "geo", "potentialAction" }
                .Select(name => new RdfTerm(name, Term(name), TermKind.Link)),
            .. new[] { "identifier", "version", "inLanguage", "temporalCoverage", "variableMeasured", "encodingFormat", "contentSize", "sha256", "box" }
                .Select(name => new RdfTerm(name, Term(name), TermKind.Plain)),
            new RdfTerm("datePublished", Term("datePublished"), TermKind.Typed, Date),
            new RdfTerm("dateModified", Term("dateModified"), TermKind.Typed, Date),
            new RdfTerm("isAccessibleForFree", Term("isAccessibleForFree"), TermKind.Typed, Boolean),
        ]);

    public void WriteCatalog()
    {
        _inCatalog = true;
        Write(_catalogIri, _things.Catalog());
    }

    public void WritePage(FeedPage page) => HydraPage.Write(sink, _catalogIri, page);

    public void WriteDataset(PublishedDataset published)
    {
        var thing = _things.Dataset(published);
        if (_inCatalog)
        {
            sink.BeginSubject(_catalogIri);
            sink.Link(HasDataset, thing.Iri!.Value);
            sink.EndSubject();
        }
        Write(thing.Iri!.Value, thing);
    }

    private void Write(Iri iri, SchemaThing thing)
    {
        if (!thing.ShowsId && thing.Iri is not null && _described.Contains(iri)) return;
        if (thing.Type is "DataCatalog" or "Organization") _described.Add(iri);
        var parts = new List<(Iri Iri, SchemaThing Thing)>();
        sink.BeginSubject(iri, Term(thing.Type));
        foreach (var member in thing.Members)
        {
            foreach (var value in member.Values) WriteValue(Term(member.Name), member.Kind, value);
            for (var i = 0; i < member.Things.Count; i++)
            {
                var part = member.Things[i].Iri ?? iri.WithFragment(FragmentOf(iri, member.Name, i + 1));
                sink.Link(Term(member.Name), part);
                parts.Add((part, member.Things[i]));
            }
        }
        sink.EndSubject();
        foreach (var (part, described) in parts) Write(part, described);
    }

    private void WriteValue(Iri property, SchemaKind kind, LangString value)
    {
        if (kind == SchemaKind.Link && Links.Of(value.Value) is { } link) sink.Link(property, link);
        else if (kind == SchemaKind.Date) sink.Typed(property, value.Value, Date);
        else if (kind == SchemaKind.Boolean) sink.Typed(property, value.Value, Boolean);
        else if (kind == SchemaKind.Number) WriteNumber(property, value.Value);
        else sink.Literal(property, value.Value, value.Lang);
    }

    // Harvested degrees may be anything that a double is; what is no place on earth is said as it was written.
    private void WriteNumber(Iri property, string value)
    {
        if (decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) sink.Typed(property, number.ToString(CultureInfo.InvariantCulture), Decimal);
        else sink.Literal(property, value);
    }

    private static string FragmentOf(Iri owner, string name, int number)
    {
        var hash = owner.Value.IndexOf('#', StringComparison.Ordinal);
        var own = hash < 0 ? "" : owner.Value[(hash + 1)..] + "-";
        return own + (number == 1 ? name : $"{name}-{number.ToString(CultureInfo.InvariantCulture)}");
    }

    private static Iri Term(string name) => Iri.Of(Namespace + name);
}
