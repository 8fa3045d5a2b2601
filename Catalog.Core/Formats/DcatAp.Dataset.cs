using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <content>The dataset and its parts.</content>
public sealed partial class DcatAp
{
    private void WriteDatasetNode(Iri iri, PublishedDataset published)
    {
        var dataset = published.Dataset;
        // dcat:Resource beside dcat:Dataset: the canonical shapes check the class of foaf:primaryTopic without inference.
        _sink.BeginSubject(iri, DcatNs.Dataset, DcatNs.Resource);
        var title = dataset.Title.Or(Text.Of("", dataset.Identifier));
        WriteText(DctNs.Title, title);
        WriteText(DctNs.Description, dataset.Description.Or(title));
        WritePlain(DctNs.Identifier, dataset.Identifier);
        _sink.Link(DctNs.Publisher, PublisherIri(iri, published));
        WriteCreators(iri, dataset);
        var contacts = Contacts(published);
        for (var i = 1; i <= contacts.Count; i++) _sink.Link(DcatNs.ContactPoint, ContactIri(iri, i));
        foreach (var keyword in dataset.Keywords.Distinct())
            if (!string.IsNullOrWhiteSpace(keyword.Value)) _sink.Literal(DcatNs.Keyword, keyword.Value.Trim(), keyword.Lang);
        WriteThemes(dataset);
        WriteDate(DctNs.Issued, dataset.Issued);
        WriteDate(DctNs.Modified, dataset.Modified);
        if (Frequencies.Find(dataset.AccrualPeriodicity) is { } frequency)
            _sink.Link(DctNs.AccrualPeriodicity, _nodes.Code(frequency.Iri, DctNs.Frequency));
        WriteLanguages(dataset.Languages);
        WriteLicense(iri, dataset.License);
        WriteAccessRights(iri, dataset.AccessRights);
        WriteRights(iri, dataset.Rights);
        for (var i = 0; i < dataset.Temporal.Count; i++)
            if (dataset.Temporal[i] is not { Start: null, End: null }) _sink.Link(DctNs.Temporal, iri.WithFragment(Numbered("temporal", i + 1)));
        for (var i = 0; i < dataset.Spatial.Count; i++)
            if (LocationIri(iri, dataset.Spatial[i], i + 1) is { } location) _sink.Link(DctNs.Spatial, location);
        WriteDuration(dataset.TemporalResolution);
        WriteResolution(dataset.SpatialResolutionInMeters);
        WriteReferences(iri, dataset);
        for (var i = 0; i < dataset.OtherIdentifiers.Count; i++) _sink.Link(OtherNs.AdmsIdentifier, OtherIdentifier(iri, dataset.OtherIdentifiers[i], i + 1));
        WritePlain(DcatNs.Version, dataset.Version);
        WriteOne(OtherNs.VersionNotes, dataset.VersionNotes);
        foreach (var distribution in Distributions(dataset)) _sink.Link(DcatNs.HasDistribution, DistributionIri(published.Slug, distribution.Id));
        WriteKept(dataset);
        WriteExtras(dataset.Extras);
        _sink.EndSubject();
    }

    private void WriteReferences(Iri iri, Dataset dataset)
    {
        // A record harvested from this very catalog names our page as its landing page, which is the dataset itself.
        if (Links.Of(dataset.LandingPage) is { } landingPage && landingPage != iri) _sink.Link(DcatNs.LandingPage, _nodes.Document(landingPage));
        var pages = dataset.Documentation.Select(Links.Of).OfType<Iri>().Distinct().ToList();
        var standards = dataset.ConformsTo.Where(s => !string.IsNullOrWhiteSpace(s)).Select((s, i) => Standard(iri, s, i + 1)).Distinct().ToList();
        var related = dataset.RelatedResources.Select(Links.Of).OfType<Iri>();
        foreach (var standard in standards.Take(1)) _sink.Link(DctNs.ConformsTo, standard);
        foreach (var page in pages.Take(1)) _sink.Link(AgentNs.Page, _nodes.Document(page));
        // Their classes tell a reader which of the relations are pages and standards.
        foreach (var other in standards.Skip(1).Concat(pages.Skip(1).Select(_nodes.Document)).Concat(related).Distinct()) _sink.Link(DctNs.Relation, other);
        foreach (var citing in dataset.IsReferencedBy.Select(Links.Of).OfType<Iri>().Distinct()) _sink.Link(DctNs.IsReferencedBy, citing);
        // dct:source is kept for datasets by the range shapes, and what a source names may be anything.
        foreach (var source in dataset.Sources.Select(Links.Of).OfType<Iri>().Distinct()) _sink.Link(OtherNs.WasDerivedFrom, source);
        var provenance = dataset.Provenance.Values.Concat(dataset.Sources.Where(s => !string.IsNullOrWhiteSpace(s) && Links.Of(s) is null).Select(s => new LangString("", s)));
        if (provenance.Distinct().ToValueList() is { Count: > 0 } statements)
            _sink.Link(DctNs.Provenance, _nodes.Local(iri.WithFragment("provenance"), DctNs.ProvenanceStatement, AgentNs.Label, new Text { Values = statements }));
        if (!string.IsNullOrWhiteSpace(dataset.Type)) _sink.Link(DctNs.Type, TypeConcept(dataset.Type.Trim()));
        foreach (var series in dataset.InSeries.Where(s => !string.IsNullOrWhiteSpace(s)).Distinct())
            _sink.Link(DcatNs.InSeries, _nodes.Series(Foreign(series) ?? _catalogIri.WithFragment("series-" + series.Trim()), Text.Of("", series.Trim())));
        foreach (var law in dataset.ApplicableLegislation.Select(Links.Of).OfType<Iri>().Distinct())
            _sink.Link(OtherNs.ApplicableLegislation, _nodes.Local(law, OtherNs.LegalResource));
    }

    private void WriteCreators(Iri iri, Dataset dataset)
    {
        for (var i = 0; i < dataset.Creators.Count; i++)
            if (dataset.Creators[i].Name.SaysSomething()) _sink.Link(i == 0 ? DctNs.Creator : DctNs.Contributor, CreatorIri(iri, dataset.Creators[i], i + 1));
    }

    private Iri CreatorIri(Iri iri, Agent creator, int number) => Foreign(creator.Uri) ?? iri.WithFragment(Numbered("creator", number));

    /// <summary>The EU themes, then the sectors of this catalog, then the source's own themes.</summary>
    private void WriteThemes(Dataset dataset)
    {
        var written = new HashSet<Iri>();
        var sectors = _catalog.Sectors.Where(s => dataset.Sectors.Contains(s.Id)).ToList();
        var codes = dataset.SuperThemes.Concat(dataset.SuperThemes.Count > 0 ? [] : sectors.Select(s => s.EuTheme).OfType<string>());
        foreach (var code in codes)
            if (EuVocabulary.Theme(code) is { } theme && written.Add(theme))
                _sink.Link(DcatNs.Theme, _nodes.Concept(theme, EuVocabulary.ThemeLabel(code), EuVocabulary.ThemeScheme));
        foreach (var sector in sectors)
            if (Own(_addresses.Group(sector.Id)) is var iri && written.Add(iri)) _sink.Link(DcatNs.Theme, _nodes.Concept(iri, sector.Title, SectorScheme()));
        foreach (var theme in dataset.Themes)
        {
            if (string.IsNullOrWhiteSpace(theme.Id) && !theme.Label.SaysSomething()) continue;
            var iri = Foreign(theme.Uri) ?? EuVocabulary.Theme(theme.Id) ?? _catalogIri.WithFragment($"theme-{dataset.SourceId}-{theme.Id}");
            if (!written.Add(iri)) continue;
            var scheme = SchemeOf(iri) ?? _catalogIri.WithFragment("themes-" + dataset.SourceId);
            _sink.Link(DcatNs.Theme, _nodes.Concept(iri, theme.Label.Or(Text.Of("", theme.Id)), scheme, theme.Id));
        }
    }

    private Iri TypeConcept(string type)
    {
        var iri = Foreign(type) ?? _catalogIri.WithFragment("type-" + type);
        return _nodes.Concept(iri, Text.Of("", EuVocabulary.LastSegment(type) ?? type), SchemeOf(iri) ?? _catalogIri.WithFragment("types"));
    }

    /// <summary>A concept of somebody else's: its scheme is what its IRI hangs from, so that it is the same for every dataset.</summary>
    private Iri? SchemeOf(Iri concept)
    {
        if (concept.Value.StartsWith(_catalogIri.Value, StringComparison.Ordinal)) return null;
        var cut = concept.Value.TrimEnd('/', '#').LastIndexOfAny(['/', '#']);
        return cut > 0 ? Links.Of(concept.Value[..cut]) : null;
    }

    private Iri OtherIdentifier(Iri iri, string identifier, int number) =>
        _nodes.Local(iri.WithFragment($"identifier-{number}"), OtherNs.AdmsIdentifierType, AgentNs.Notation, Text.Of("", identifier));

    private void WriteDatasetParts(Iri iri, PublishedDataset published)
    {
        WritePublisherOf(iri, published);
        var organization = NameOf(published).Or(_catalog.Publisher.Name).Or(_catalog.Title);
        var contacts = Contacts(published);
        for (var i = 0; i < contacts.Count; i++) WriteContact(ContactIri(iri, i + 1), contacts[i], organization.In(_language));
        var creators = published.Dataset.Creators;
        for (var i = 0; i < creators.Count; i++)
            if (creators[i].Name.SaysSomething()) WriteOrganization(CreatorIri(iri, creators[i], i + 1), creators[i]);
        WriteTemporal(iri, published.Dataset.Temporal);
        WriteSpatial(iri, published.Dataset.Spatial);
    }

    private void WriteTemporal(Iri iri, ValueList<PeriodOfTime> periods)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            if (periods[i] is { Start: null, End: null }) continue;
            _sink.BeginSubject(iri.WithFragment(Numbered("temporal", i + 1)), DctNs.PeriodOfTime);
            WriteDate(DcatNs.StartDate, periods[i].Start);
            WriteDate(DcatNs.EndDate, periods[i].End);
            _sink.EndSubject();
        }
    }
}
