using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>
/// schema.org as JSON-LD for a <c>script</c> element of a page: the Dataset that search engines for data read, and the
/// DataCatalog of the home page. The text is safe inside <c>script</c>: &lt;, &gt;, &amp;, quotes in strings and the
/// line separators are escaped.
/// </summary>
public static class SchemaOrg
{
    /// <summary>Shortest and longest description, in characters, that Google's dataset guidelines accept.</summary>
    private const int MinDescription = 50, MaxDescription = 5000;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    public static string Dataset(PublishedDataset published, DataCatalog catalog, string language) => Write(writer =>
    {
        var dataset = published.Dataset;
        var json = new JsonOut(writer);
        var addresses = new CatalogAddresses(catalog.Url);
        var name = dataset.Title.Or(Text.Of("", dataset.Identifier)).In(language);
        var publisher = published.PublisherName.Or(dataset.Publisher?.Name ?? Text.Empty).Or(catalog.Publisher.Name).Or(catalog.Title).In(language);
        var license = dataset.License ?? catalog.License;
        json.Text("@context", "https://schema.org/");
        json.Text("@type", "Dataset");
        json.Text("@id", addresses.Dataset(published.Slug));
        json.Text("url", addresses.Dataset(published.Slug));
        json.Text("name", name);
        json.Text("description", Description(dataset, name, publisher, language));
        json.Texts("identifier", new[] { dataset.Identifier }.Concat(dataset.OtherIdentifiers));
        json.Text("sameAs", Links.Uri(dataset.LandingPage));
        json.Texts("keywords", dataset.Keywords.Select(k => k.Value.Trim()));
        json.Text("license", Licenses.Find(license)?.Url ?? Links.Uri(license) ?? license);
        writer.WriteBoolean("isAccessibleForFree", EuVocabulary.AccessRight(dataset.AccessRights) is null or "PUBLIC");
        json.Text("datePublished", Date(dataset.Issued, catalog));
        json.Text("dateModified", Date(dataset.Modified, catalog));
        json.Text("version", dataset.Version);
        json.Texts("inLanguage", dataset.Languages.Select(l => EuVocabulary.LanguageTag(l) ?? Rdf.LanguageTag.Clean(l)));
        json.Text("temporalCoverage", dataset.Temporal.Select(p => Period(p, catalog)).FirstOrDefault(p => p is not null));
        WritePlaces(writer, dataset.Spatial, language);
        WriteOrganization(writer, "creator", publisher, published.PublisherId is { } id ? addresses.Organization(id) : null);
        writer.WriteStartObject("includedInDataCatalog");
        json.Text("@type", "DataCatalog");
        json.Text("name", catalog.Title.In(language));
        json.Text("url", addresses.Home + "/");
        writer.WriteEndObject();
        json.Texts("variableMeasured", dataset.Distributions.SelectMany(d => d.Fields).Select(f => f.Name));
        WriteDownloads(writer, published, catalog, language);
    });

    public static string DataCatalog(DataCatalog catalog, string language) => Write(writer =>
    {
        var json = new JsonOut(writer);
        var home = new CatalogAddresses(catalog.Url).Home;
        json.Text("@context", "https://schema.org/");
        json.Text("@type", "DataCatalog");
        json.Text("@id", new CatalogAddresses(catalog.Url).Catalog);
        json.Text("url", home + "/");
        json.Text("name", catalog.Title.In(language));
        json.Text("description", catalog.Description.Or(catalog.Title).In(language));
        json.Text("license", Licenses.Find(catalog.License)?.Url ?? Links.Uri(catalog.License) ?? catalog.License);
        json.Texts("inLanguage", catalog.Languages);
        WriteOrganization(writer, "publisher", catalog.Publisher.Name.Or(catalog.Title).In(language), Links.Uri(catalog.Publisher.Homepage));
        writer.WriteStartObject("potentialAction");
        json.Text("@type", "SearchAction");
        json.Text("target", home + "/dataset?q={query}");
        json.Text("query-input", "required name=query");
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            writer.WriteStartObject();
            members(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>A description too short for the guidelines is led in by what is known anyway: title and publisher.</summary>
    private static string Description(Dataset dataset, string name, string publisher, string language)
    {
        var text = dataset.Description.In(language).Trim();
        if (text.Length < MinDescription) text = string.Join(". ", new[] { name, text, publisher }.Where(t => t.Length > 0).Distinct());
        if (text.Length < MinDescription)
            text += language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? ". A dataset published as open data." : ". Conjunto de datos publicado como datos abiertos.";
        return DataJsonRules.Cut(text, MaxDescription);
    }

    private static string? Date(DcatDate? date, DataCatalog catalog) =>
        date is { } known ? DcatDates.Lexical(known, DcatDates.Zone(catalog)) : null;

    // ISO 8601 intervals; an open end is written ".." as the guidelines show.
    private static string? Period(PeriodOfTime period, DataCatalog catalog) =>
        period is { Start: null, End: null } ? null : $"{Date(period.Start, catalog) ?? ".."}/{Date(period.End, catalog) ?? ".."}";

    private static void WritePlaces(Utf8JsonWriter writer, ValueList<Location> places, string language)
    {
        var known = places.Where(p => DataJsonRules.Place(p) is not null).ToList();
        if (known.Count == 0) return;
        writer.WriteStartArray("spatialCoverage");
        foreach (var place in known)
        {
            var json = new JsonOut(writer);
            writer.WriteStartObject();
            json.Text("@type", "Place");
            json.Text("name", place.Label.SaysSomething() ? place.Label.In(language) : place.Code);
            json.Text("sameAs", Links.Uri(place.Uri));
            if (place.BoundingBox is [var west, var south, var east, var north] && place.BoundingBox.All(double.IsFinite))
            {
                writer.WriteStartObject("geo");
                json.Text("@type", "GeoShape");
                // schema.org writes latitude first.
                json.Text("box", string.Create(CultureInfo.InvariantCulture, $"{south} {west} {north} {east}"));
                writer.WriteEndObject();
            }
            else if (place.Centroid is [var longitude, var latitude] && place.Centroid.All(double.IsFinite))
            {
                writer.WriteStartObject("geo");
                json.Text("@type", "GeoCoordinates");
                writer.WriteNumber("latitude", latitude);
                writer.WriteNumber("longitude", longitude);
                writer.WriteEndObject();
            }
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteOrganization(Utf8JsonWriter writer, string property, string name, string? url)
    {
        var json = new JsonOut(writer);
        writer.WriteStartObject(property);
        json.Text("@type", "Organization");
        json.Text("name", name);
        json.Text("url", url);
        writer.WriteEndObject();
    }

    private static void WriteDownloads(Utf8JsonWriter writer, PublishedDataset published, DataCatalog catalog, string language)
    {
        if (published.Dataset.Distributions.Count == 0) return;
        var addresses = new CatalogAddresses(catalog.Url);
        writer.WriteStartArray("distribution");
        foreach (var distribution in published.Dataset.Distributions)
        {
            var json = new JsonOut(writer);
            var file = published.Files.GetValueOrDefault(distribution.Id);
            var page = addresses.Distribution(published.Slug, distribution.Id);
            var type = FileFormats.Find(distribution.Format, distribution.MediaType ?? file?.MediaType);
            writer.WriteStartObject();
            json.Text("@type", "DataDownload");
            json.Text("@id", page);
            json.Text("name", distribution.Title.In(language));
            json.Text("description", distribution.Description.In(language));
            json.Text("contentUrl", file is not null
                ? addresses.Download(published.Slug, distribution.Id, file.FileName)
                : Links.Uri(distribution.DownloadUrl) ?? Links.Uri(distribution.AccessUrl) ?? page);
            json.Text("encodingFormat", type?.MediaType ?? FileFormats.CleanMediaType(distribution.MediaType) ?? distribution.Format);
            if ((file?.Size ?? distribution.ByteSize) is >= 0 and { } size) json.Text("contentSize", size.ToString(CultureInfo.InvariantCulture) + " B");
            json.Text("sha256", file?.Sha256);
            json.Text("dateModified", Date(distribution.Modified, catalog));
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
