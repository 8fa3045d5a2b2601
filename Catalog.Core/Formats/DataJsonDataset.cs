using System.Collections.Frozen;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>
/// One dataset of a data.json. Where a profile demands what the record lacks, the nearest true thing is said instead:
/// publisher: the catalog's; contact: the publisher's mailbox, the catalog's, else an address under .invalid, which
/// can exist nowhere (RFC 2606 §2); keyword: the sectors' titles, the themes, the catalog's title; modified: issued,
/// the newest distribution's date, the catalog's date, the rhythm of updates. Never the clock: with none of them,
/// modified is left out.
/// </summary>
internal sealed class DataJsonDataset(JsonOut json, DataCatalog catalog, DataJsonProfile profile)
{
    private static readonly FrozenSet<string> OwnKeys = new[]
    {
        "@type", "identifier", "title", "description", "publisher", "contactPoint", "keyword", "theme", "superTheme", "issued",
        "modified", "accrualPeriodicity", "temporal", "spatial", "language", "license", "rights", "accessLevel", "landingPage",
        "conformsTo", "references", "source", "isPartOf", "bureauCode", "programCode", "version", "distribution",
    }.ToFrozenSet();

    private readonly string _language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
    private readonly TimeZoneInfo _zone = DcatDates.Zone(catalog);
    private readonly HashSet<string> _identifiers = new(StringComparer.Ordinal);
    private readonly DataJsonDistribution _distributions = new(json, catalog, profile);

    private bool ForArgentina => profile == DataJsonProfile.Argentina;

    /// <summary>The themes of the sources that the datasets written so far use, by id.</summary>
    public Dictionary<string, Theme> SourceThemes { get; } = new(StringComparer.Ordinal);

    public void Write(PublishedDataset published)
    {
        var dataset = published.Dataset;
        var sectors = catalog.Sectors.Where(s => dataset.Sectors.Contains(s.Id)).ToList();
        json.Writer.WriteStartObject();
        if (!ForArgentina) json.Text("@type", "dcat:Dataset");
        // Unique in its source, not always in the whole catalog; the later one of a clash goes by its own id.
        json.Text("identifier", _identifiers.Add(dataset.Identifier) && dataset.Identifier.Length > 0 ? dataset.Identifier : dataset.Id.ToString("D"));
        var title = dataset.Title.Or(Text.Of("", dataset.Identifier)).In(_language);
        // The Argentine schema's limit; nobody else is told a shortened title.
        json.Text("title", ForArgentina ? DataJsonRules.Cut(title, 100) : title);
        json.Text("description", DataJsonRules.Cut(dataset.Description.Or(Text.Of("", title)).In(_language), DataJsonRules.MaxDescription));
        WritePublisher(published);
        WriteContact(published);
        WriteClassification(dataset, sectors);
        WriteDates(dataset);
        WriteCoverage(dataset);
        json.Texts("language", dataset.Languages.Select(l => EuVocabulary.LanguageTag(l) ?? Rdf.LanguageTag.Clean(l)));
        WriteLegal(dataset);
        json.Text("landingPage", Links.Uri(dataset.LandingPage) ?? new CatalogAddresses(catalog.Url).Dataset(published.Slug));
        json.Text("conformsTo", dataset.ConformsTo.Select(Links.Uri).FirstOrDefault(u => u is not null));
        json.Texts("references", dataset.Documentation.Concat(dataset.RelatedResources).Select(Links.Uri));
        json.Text("source", string.Join(" / ", dataset.Sources));
        json.Text("isPartOf", dataset.InSeries.Count > 0 ? dataset.InSeries[0] : null);
        json.Text("version", dataset.Version);
        if (!ForArgentina) WriteFederalCodes(dataset.Extras);
        json.Extras(dataset.Extras, OwnKeys, ForArgentina ? null : DataJsonRules.Fits);
        json.Writer.WriteStartArray("distribution");
        foreach (var distribution in dataset.Distributions) _distributions.Write(published, distribution);
        json.Writer.WriteEndArray();
        json.Writer.WriteEndObject();
    }

    private void WritePublisher(PublishedDataset published)
    {
        var known = PublisherOf(published);
        json.Writer.WriteStartObject("publisher");
        if (!ForArgentina) json.Text("@type", "org:Organization");
        json.Text("name", PublisherName(published).In(_language));
        json.Text("mbox", Links.Email(known?.Email) ?? Links.Email(published.Dataset.Publisher?.Email));
        if (catalog.Publishers.FirstOrDefault(p => p.Id == known?.Parent) is { } parent)
        {
            json.Writer.WriteStartObject("subOrganizationOf");
            if (!ForArgentina) json.Text("@type", "org:Organization");
            json.Text("name", parent.Name.Or(Text.Of("", parent.Id)).In(_language));
            json.Writer.WriteEndObject();
        }
        json.Writer.WriteEndObject();
    }

    private void WriteContact(PublishedDataset published)
    {
        var contact = published.Dataset.ContactPoints.FirstOrDefault(c => Links.Email(c.Email) is not null)
            ?? published.Dataset.ContactPoints.FirstOrDefault();
        var email = Links.Email(contact?.Email) ?? Links.Email(PublisherOf(published)?.Email)
            ?? Links.Email(published.Dataset.Publisher?.Email) ?? Links.Email(catalog.Publisher.Email);
        json.Writer.WriteStartObject("contactPoint");
        if (!ForArgentina) json.Text("@type", "vcard:Contact");
        json.Text("fn", string.IsNullOrWhiteSpace(contact?.Name) ? PublisherName(published).In(_language) : contact.Name);
        if (ForArgentina) json.Text("hasEmail", email);
        else json.Text("hasEmail", "mailto:" + (email ?? "none@contact.invalid"));
        json.Writer.WriteEndObject();
    }

    private void WriteClassification(Dataset dataset, List<Sector> sectors)
    {
        var superThemes = dataset.SuperThemes.Concat(dataset.SuperThemes.Count > 0 ? [] : sectors.SelectMany(s => s.SuperThemes.Concat([s.EuTheme ?? ""])))
            .Select(c => c.Trim().ToUpperInvariant())
            .Where(c => c != "OP_DATPRO" && EuVocabulary.Theme(c) is not null).Distinct().ToList();
        var keywords = dataset.Keywords.Select(k => k.Value.Trim()).Where(k => k.Length > 0).ToList();
        if (keywords.Count == 0) keywords.AddRange(sectors.Select(s => s.Title.In(_language)));
        if (keywords.Count == 0) keywords.AddRange(superThemes.Select(c => EuVocabulary.ThemeLabel(c).In(_language)));
        if (keywords.Count == 0) keywords.Add(catalog.Title.In(_language));
        json.Texts("keyword", keywords.Select(k => ForArgentina ? DataJsonRules.ArgentineKeyword(k) : DataJsonRules.Cut(k, 1000)).Take(1000));
        foreach (var theme in dataset.Themes) SourceThemes.TryAdd(theme.Id, theme);
        json.Texts("theme", sectors.Select(s => s.Id).Concat(dataset.Themes.Select(t => t.Id)));
        // Without any theme: the data of a public body are the public sector's, which is what GOVE says.
        json.Texts("superTheme", superThemes.Count == 0 && ForArgentina ? ["GOVE"] : superThemes);
    }

    private void WriteDates(Dataset dataset)
    {
        var distributions = dataset.Distributions.SelectMany(d => new[] { d.Modified, d.Issued }).OfType<DcatDate>().Order().ToList();
        DcatDate? newest = distributions.Count > 0 ? distributions[^1] : null;
        DcatDate? oldest = distributions.Count > 0 ? distributions[0] : null;
        var issued = dataset.Issued ?? (ForArgentina ? oldest ?? dataset.Modified ?? catalog.Issued : null);
        var modified = dataset.Modified ?? dataset.Issued ?? newest ?? catalog.Issued;
        json.Text("issued", issued is { } i ? Date(i) : null);
        var interval = Frequencies.Interval(dataset.AccrualPeriodicity);
        // DCAT-US 1.1 takes an interval here for data that are updated continually, which is all that is known then.
        json.Text("modified", modified is { } m ? Date(m) : ForArgentina ? null : interval);
        if (interval is not null) json.Text("accrualPeriodicity", interval);
        else if (ForArgentina) json.Text("accrualPeriodicity", "eventual");
        else if (Frequencies.Find(dataset.AccrualPeriodicity)?.IsIrregular == true) json.Text("accrualPeriodicity", "irregular");
    }

    private string Date(DcatDate date) => ForArgentina ? DcatDates.AtLeastDay(date, _zone) : DcatDates.Lexical(date, _zone);

    private void WriteCoverage(Dataset dataset)
    {
        json.Text("temporal", dataset.Temporal.Select(Period).FirstOrDefault(t => t is not null));
        var places = dataset.Spatial.Select(DataJsonRules.Place).OfType<string>().ToList();
        if (ForArgentina && places.Count > 1) json.Texts("spatial", places);
        else json.Text("spatial", places.FirstOrDefault());
    }

    /// <summary>
    /// start/end. Both ends in one precision, because the pattern of DCAT-US takes the separators of the second date
    /// from the first; days where they differ, and for the Argentine profile never less than days.
    /// </summary>
    private string? Period(PeriodOfTime period)
    {
        if (period.Start is not { } start) return null;
        // Only the Argentine profile knows a period by its one end.
        if (period.End is not { } end) return ForArgentina ? DcatDates.AtLeastDay(start, _zone) : null;
        if (start.Precision == end.Precision && (!ForArgentina || start.Precision >= DatePrecision.Day))
            return $"{DcatDates.Lexical(start, _zone)}/{DcatDates.Lexical(end, _zone)}";
        return $"{DcatDates.AtLeastDay(start, _zone)[..10]}/{DcatDates.AtLeastDay(end, _zone, last: true)[..10]}";
    }

    private void WriteLegal(Dataset dataset)
    {
        var license = dataset.License ?? catalog.License;
        var address = Licenses.Find(license)?.Url ?? Links.Uri(license);
        json.Text("license", address ?? (ForArgentina ? license : null));
        // A licence without an address has no place in DCAT-US but among the rights.
        var rights = dataset.Rights.In(_language) is { Length: > 0 } said ? said : address is null && !ForArgentina ? license ?? "" : "";
        json.Text("rights", ForArgentina ? rights : DataJsonRules.Cut(rights, 255));
        json.Text("accessLevel", EuVocabulary.AccessRight(dataset.AccessRights) switch
        {
            "RESTRICTED" => "restricted public",
            "NON_PUBLIC" => "non-public",
            _ => "public",
        });
    }

    // The federal schema demands them of everybody. Zeros belong to no agency and no programme, which is the truth.
    private void WriteFederalCodes(ValueList<Extra> extras)
    {
        json.Texts("bureauCode", DataJsonRules.Codes(extras, "bureauCode", digits: 2) ?? ["000:00"]);
        json.Texts("programCode", DataJsonRules.Codes(extras, "programCode", digits: 3) ?? ["000:000"]);
    }

    private Publisher? PublisherOf(PublishedDataset published) =>
        published.PublisherId is { } id ? catalog.Publishers.FirstOrDefault(p => p.Id == id) : null;

    private Text PublisherName(PublishedDataset published) =>
        published.PublisherName.Or(published.Dataset.Publisher?.Name ?? Text.Empty).Or(catalog.Publisher.Name).Or(catalog.Title);
}
