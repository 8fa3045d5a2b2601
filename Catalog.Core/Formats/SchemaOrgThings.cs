using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>The catalog and its datasets as things of schema.org: the one mapping, whatever they are written as.</summary>
/// <param name="language">The language of a page; null: every language that there is.</param>
internal sealed class SchemaOrgThings(DataCatalog catalog, string? language)
{
    /// <summary>Shortest and longest description, in characters, that Google's dataset guidelines accept.</summary>
    private const int MinDescription = 50, MaxDescription = 5000;

    private readonly CatalogAddresses _addresses = new(catalog.Url);
    private readonly TimeZoneInfo _zone = DcatDates.Zone(catalog);
    private readonly string _language = language ?? (catalog.Languages.Count > 0 ? catalog.Languages[0] : "es");

    public SchemaThing Dataset(PublishedDataset published)
    {
        var dataset = published.Dataset;
        var page = _addresses.Dataset(published.Slug);
        var name = dataset.Title.Or(Text.Of("", dataset.Identifier));
        var publisher = published.PublisherName.Or(dataset.Publisher?.Name ?? Text.Empty).Or(catalog.Publisher.Name).Or(catalog.Title);
        var thing = new SchemaThing("Dataset", Own(page), ShowsId: true);
        thing.Link("url", page);
        thing.Text("name", Say(name));
        thing.Text("description", Description(dataset, name, publisher));
        thing.Texts("identifier", new[] { dataset.Identifier }.Concat(dataset.OtherIdentifiers));
        thing.Link("sameAs", Links.Uri(dataset.LandingPage));
        thing.Text("keywords", dataset.Keywords.Select(k => new LangString(language is null ? k.Lang : "", k.Value.Trim())), isList: true);
        thing.Link("license", License(dataset.License ?? catalog.License));
        thing.Boolean("isAccessibleForFree", EuVocabulary.AccessRight(dataset.AccessRights) is null or "PUBLIC");
        thing.Date("datePublished", Date(dataset.Issued));
        thing.Date("dateModified", Date(dataset.Modified));
        thing.Text("version", dataset.Version);
        thing.Texts("inLanguage", dataset.Languages.Select(l => EuVocabulary.LanguageTag(l) ?? LanguageTag.Clean(l)));
        thing.Text("temporalCoverage", dataset.Temporal.Select(Period).FirstOrDefault(p => p is not null));
        thing.Things("spatialCoverage", [.. dataset.Spatial.Where(p => DataJsonRules.Place(p) is not null).Select(Place)]);
        thing.Thing("creator", Organization(publisher, published.PublisherId is { } id ? _addresses.Organization(id) : null));
        var included = new SchemaThing("DataCatalog", Own(_addresses.Catalog));
        included.Text("name", Say(catalog.Title));
        included.Link("url", _addresses.Home + "/");
        thing.Thing("includedInDataCatalog", included);
        thing.Texts("variableMeasured", dataset.Distributions.SelectMany(d => d.Fields).Select(f => f.Name));
        thing.Things("distribution", [.. dataset.Distributions.Select(d => Download(published, d))]);
        return thing;
    }

    public SchemaThing Catalog()
    {
        var thing = new SchemaThing("DataCatalog", Own(_addresses.Catalog), ShowsId: true);
        thing.Link("url", _addresses.Home + "/");
        thing.Text("name", Say(catalog.Title));
        thing.Text("description", Say(catalog.Description.Or(catalog.Title)));
        thing.Link("license", License(catalog.License));
        thing.Texts("inLanguage", catalog.Languages);
        thing.Thing("publisher", Organization(catalog.Publisher.Name.Or(catalog.Title), Links.Uri(catalog.Publisher.Homepage)));
        var search = new SchemaThing("SearchAction");
        search.Text("target", _addresses.Home + "/dataset?q={query}");
        search.Text("query-input", "required name=query");
        thing.Thing("potentialAction", search);
        return thing;
    }

    private SchemaThing Download(PublishedDataset published, Distribution distribution)
    {
        var file = published.Files.GetValueOrDefault(distribution.Id);
        var page = _addresses.Distribution(published.Slug, distribution.Id);
        var type = FileFormats.Find(distribution.Format, distribution.MediaType ?? file?.MediaType);
        var thing = new SchemaThing("DataDownload", Own(page), ShowsId: true);
        thing.Text("name", Say(distribution.Title));
        thing.Text("description", Say(distribution.Description));
        thing.Link("contentUrl", file is not null
            ? _addresses.Download(published.Slug, distribution.Id, file.FileName)
            : Links.Uri(distribution.DownloadUrl) ?? Links.Uri(distribution.AccessUrl) ?? page);
        thing.Text("encodingFormat", type?.MediaType ?? FileFormats.CleanMediaType(distribution.MediaType) ?? distribution.Format);
        if ((file?.Size ?? distribution.ByteSize) is >= 0 and { } size) thing.Text("contentSize", size.ToString(CultureInfo.InvariantCulture) + " B");
        thing.Text("sha256", file?.Sha256);
        thing.Date("dateModified", Date(distribution.Modified));
        return thing;
    }

    private SchemaThing Place(Location place)
    {
        var thing = new SchemaThing("Place");
        if (place.Label.SaysSomething()) thing.Text("name", Say(place.Label));
        else thing.Text("name", place.Code);
        thing.Link("sameAs", Links.Uri(place.Uri));
        if (place.BoundingBox is [var west, var south, var east, var north] && place.BoundingBox.All(double.IsFinite))
        {
            var shape = new SchemaThing("GeoShape");
            // schema.org writes latitude first.
            shape.Text("box", string.Create(CultureInfo.InvariantCulture, $"{south} {west} {north} {east}"));
            thing.Thing("geo", shape);
        }
        else if (place.Centroid is [var longitude, var latitude] && place.Centroid.All(double.IsFinite))
        {
            var point = new SchemaThing("GeoCoordinates");
            point.Number("latitude", latitude);
            point.Number("longitude", longitude);
            thing.Thing("geo", point);
        }
        return thing;
    }

    private SchemaThing Organization(Text name, string? url)
    {
        var own = url?.StartsWith(_addresses.Home + "/", StringComparison.Ordinal) == true;
        var thing = new SchemaThing("Organization", own ? Own(url!) : null);
        thing.Text("name", Say(name));
        thing.Link("url", url);
        return thing;
    }

    /// <summary>A description too short for the guidelines is led in by what is known anyway: title and publisher.</summary>
    private IEnumerable<LangString> Description(Dataset dataset, Text name, Text publisher)
    {
        if (language is not null) return [new LangString("", Padded(dataset.Description.In(language), language))];
        var wordings = dataset.Description.SaysSomething() ? dataset.Description.Values : [new LangString(_language, "")];
        return wordings.Select(w => w with { Value = Padded(w.Value, w.Lang.Length > 0 ? w.Lang : _language) });

        string Padded(string description, string lang)
        {
            var text = description.Trim();
            if (text.Length < MinDescription) text = string.Join(". ", new[] { name.In(lang), text, publisher.In(lang) }.Where(t => t.Length > 0).Distinct());
            if (text.Length < MinDescription)
                text += lang.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? ". A dataset published as open data." : ". Conjunto de datos publicado como datos abiertos.";
            return DataJsonRules.Cut(text, MaxDescription);
        }
    }

    private IEnumerable<LangString> Say(Text text) => language is null ? text.Values : [new LangString("", text.In(language))];

    private static string? License(string? license) => Licenses.Find(license)?.Url ?? Links.Uri(license) ?? license;

    private string? Date(DcatDate? date) => date is { } known ? DcatDates.Lexical(known, _zone) : null;

    // ISO 8601 intervals; an open end is written ".." as the guidelines show.
    private string? Period(PeriodOfTime period) =>
        period is { Start: null, End: null } ? null : $"{Date(period.Start) ?? ".."}/{Date(period.End) ?? ".."}";

    private static Iri Own(string address) => Iri.TryClean(address, out var iri) ? iri : throw new ArgumentException($"The catalog's url makes no address: '{address}'.");
}
