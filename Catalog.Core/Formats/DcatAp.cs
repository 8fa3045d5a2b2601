using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// Writes datasets as DCAT-AP 3.0.1, in the shape that the DCAT-US 3 shapes accept too: one mapping for every RDF
/// syntax. One object writes one document.
/// <list type="bullet">
/// <item>No blank nodes: parts of a dataset are fragments of its IRI, so documents can be compared and streamed.</item>
/// <item>The dcat:distribution is the resource page's address; our copy is its dcat:downloadURL, and the source's file
/// prov:wasDerivedFrom. Without a copy the source's addresses stand.</item>
/// <item>DCAT-US allows one dct:conformsTo, dct:creator and foaf:page: further ones become dct:relation and
/// dct:contributor.</item>
/// <item>What the source said beyond the model comes out as the property it was, else as <c>{url}/ns/extra#key</c>, the
/// key written as <see cref="PropertyName.Of"/> does; what is no text is a literal of rdf:JSON. The record's own words
/// beside a code are <c>{url}/ns/kept#name</c>, and the column dictionary is CSVW's tableSchema.</item>
/// <item>No clock and no harvest time: the same input gives the same bytes on any day.</item>
/// </list>
/// </summary>
public sealed partial class DcatAp : ICatalogMapping
{
    private readonly IRdfSink _sink;
    private readonly DataCatalog _catalog;
    private readonly CatalogAddresses _addresses;
    private readonly DcatApNodes _nodes;
    private readonly TimeZoneInfo _zone;
    private readonly Iri _catalogIri;
    private readonly string _language;
    private readonly Iri _standard;
    private bool _inCatalog;

    /// <param name="standard">What catalog records are said to conform to; null: DCAT-AP 3.</param>
    public DcatAp(IRdfSink sink, DataCatalog catalog, Iri? standard = null)
    {
        _standard = standard ?? CatalogProfile.DcatAp3.Standard;
        _sink = sink;
        _catalog = catalog;
        _addresses = new CatalogAddresses(catalog.Url);
        _nodes = new DcatApNodes(sink);
        _zone = DcatDates.Zone(catalog);
        _catalogIri = Own(_addresses.Catalog);
        _language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
    }

    /// <summary>
    /// The catalog itself, first in its document. Every dataset written after it is listed in it, one at a time, and
    /// gets its catalog record.
    /// </summary>
    public void WriteCatalog()
    {
        _inCatalog = true;
        var services = _catalog.Services.Where(s => Links.Of(s.EndpointUrl) is not null).ToList();
        _sink.BeginSubject(_catalogIri, DcatNs.Catalog);
        WriteText(DctNs.Title, _catalog.Title);
        WriteText(DctNs.Description, _catalog.Description.Or(_catalog.Title));
        _sink.Link(DctNs.Publisher, CatalogPublisher());
        _sink.Link(AgentNs.Homepage, _nodes.Document(Links.Of(_catalog.Homepage) ?? Own(_addresses.Home + "/")));
        WriteLanguages(_catalog.Languages);
        WriteLicense(_catalogIri, _catalog.License);
        WriteDate(DctNs.Issued, _catalog.Issued);
        _sink.Link(DcatNs.ThemeTaxonomy, _nodes.Scheme(EuVocabulary.ThemeScheme, Text.Of("en", "Data theme")));
        if (_catalog.Sectors.Count > 0) _sink.Link(DcatNs.ThemeTaxonomy, SectorScheme());
        if (Place(_catalog.Spatial) is { } place) _sink.Link(DctNs.Spatial, _nodes.Code(place, DctNs.Location));
        foreach (var service in services) _sink.Link(DcatNs.HasService, ServiceIri(service.Id));
        _sink.EndSubject();
        WriteCatalogPublisher();
        foreach (var service in services) WriteService(service);
        _nodes.Drain();
    }

    public void WritePage(FeedPage page) => HydraPage.Write(_sink, _catalogIri, page);

    /// <summary>Lists the datasets written from now on in the catalog, in a document that does not describe it.</summary>
    public void ListInCatalog() => _inCatalog = true;

    /// <summary>A dataset with all that belongs to it: distributions, publisher, contacts, and the nodes they refer to.</summary>
    public void WriteDataset(PublishedDataset published)
    {
        var iri = Own(_addresses.Dataset(published.Slug));
        _nodes.ForgetDataset();
        if (_inCatalog)
        {
            _sink.BeginSubject(_catalogIri);
            _sink.Link(DcatNs.HasDataset, iri);
            if (RecordDate(published.Dataset) is not null) _sink.Link(DcatNs.Record, iri.WithFragment("record"));
            _sink.EndSubject();
        }
        WriteRecord(iri, published.Dataset);
        WriteDatasetNode(iri, published);
        WriteDatasetParts(iri, published);
        foreach (var distribution in Distributions(published.Dataset)) WriteDistribution(iri, published, distribution);
        _nodes.Drain();
    }

    /// <summary>The metadata record's date is the dataset's own; without one there is no record (DCAT-AP 3.0.1 requires it).</summary>
    private static DcatDate? RecordDate(Dataset dataset) => dataset.Modified ?? dataset.Issued;

    private void WriteRecord(Iri iri, Dataset dataset)
    {
        if (RecordDate(dataset) is not { } modified) return;
        _sink.BeginSubject(iri.WithFragment("record"), DcatNs.CatalogRecord);
        _sink.Link(AgentNs.PrimaryTopic, iri);
        WriteDate(DctNs.Modified, modified);
        WriteDate(DctNs.Issued, dataset.Issued);
        _sink.Link(DctNs.ConformsTo, _nodes.Code(_standard, DctNs.Standard));
        _sink.EndSubject();
    }

    private void WriteService(DataService service)
    {
        var iri = ServiceIri(service.Id);
        if (!_nodes.IsNew(iri, DcatNs.DataService)) return;
        _sink.BeginSubject(iri, DcatNs.DataService, DcatNs.Resource);
        WriteText(DctNs.Title, service.Title.Or(Text.Of("", service.Id)));
        WriteText(DctNs.Description, service.Description);
        _sink.Link(DcatNs.EndpointUrl, Links.Of(service.EndpointUrl)!.Value);
        if (Links.Of(service.EndpointDescription) is { } description) _sink.Link(DcatNs.EndpointDescription, description);
        _sink.Link(DctNs.Publisher, CatalogPublisher());
        if (CatalogEmail() is not null) _sink.Link(DcatNs.ContactPoint, _catalogIri.WithFragment("contact"));
        foreach (var standard in service.ConformsTo.Select(Links.Of).OfType<Iri>())
            _sink.Link(DctNs.ConformsTo, _nodes.Code(standard, DctNs.Standard));
        WriteLicense(iri, service.License);
        WriteAccessRights(iri, service.AccessRights);
        _sink.EndSubject();
        WriteCatalogPublisher();
        if (CatalogEmail() is { } email && _nodes.IsNew(_catalogIri.WithFragment("contact"), AgentNs.Kind))
            WriteContact(_catalogIri.WithFragment("contact"), new ContactPoint { Email = email }, _catalog.Publisher.Name.Or(_catalog.Title).In(_language));
    }

    /// <summary>Two entries of one id are one resource; two nodes would give it two titles and two formats.</summary>
    private static IEnumerable<Distribution> Distributions(Dataset dataset) => dataset.Distributions.DistinctBy(d => d.Id);

    /// <summary>
    /// An IRI that a source gives to something it names. One under this catalog's own address is refused, or a record
    /// could say things about the datasets and publishers of others.
    /// </summary>
    private Iri? Foreign(string? iri) =>
        Links.Of(iri) is { } named && !named.Value.StartsWith(_addresses.Home, StringComparison.OrdinalIgnoreCase) ? named : null;

    private Iri ServiceIri(string id) => Own(_addresses.Service(id));

    private Iri SectorScheme() => _nodes.Scheme(_catalogIri.WithFragment("sectors"), _catalog.Title);

    /// <summary>An address of this catalog. Its URL comes from the config, where a wrong one is an error of the config.</summary>
    private static Iri Own(string address) =>
        Iri.TryClean(address, out var iri) ? iri : throw new ArgumentException($"The catalog's url makes no address: '{address}'.");
}
