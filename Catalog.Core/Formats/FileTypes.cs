using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>A format: its code in the EU file-type table and its IANA media type, null where there is none.</summary>
public sealed record FileType(string? EuCode, string? MediaType)
{
    public Iri? EuIri => EuCode is null ? null : EuVocabulary.Code("file-type", EuCode);
}

/// <summary>The formats that open data portals publish, by name, extension or media type.</summary>
public static partial class FileTypes
{
    private static readonly FileType[] InOrder;
    private static readonly FrozenDictionary<string, FileType> ByName;
    private static readonly FrozenDictionary<string, FileType> ByMediaType;

    // Several formats share a media type (ZIP and GTFS, JSON and TopoJSON); the first of the table has it.
    static FileTypes()
    {
        var table = Table();
        InOrder = [.. table.Values.Distinct()];
        ByName = table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        ByMediaType = InOrder.Where(t => t.MediaType is not null).GroupBy(t => t.MediaType!)
            .ToFrozenDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);
    }

    public static IReadOnlyList<FileType> All => InOrder;

    /// <summary>
    /// The format by its name, else by its media type. The name goes first: servers send text/plain for CSV and
    /// application/zip for everything packed.
    /// </summary>
    public static FileType? Find(string? format, string? mediaType)
    {
        var name = EuVocabulary.LastSegment(format)?.TrimStart('.');
        if (name is not null && ByName.TryGetValue(name, out var known)) return known;
        if (CleanMediaType(format) is { } formatAsType && ByMediaType.TryGetValue(formatAsType, out known)) return known;
        return CleanMediaType(mediaType) is { } type ? ByMediaType.GetValueOrDefault(type) : null;
    }

    /// <summary>
    /// The media type without parameters, or null when it is not of the form type/subtype (RFC 6838 §4.2). IANA's own
    /// IRIs for media types are accepted too.
    /// </summary>
    public static string? CleanMediaType(string? mediaType)
    {
        if (mediaType is null) return null;
        var text = mediaType.Split(';')[0].Trim();
        const string Iana = "iana.org/assignments/media-types/";
        var iana = text.IndexOf(Iana, StringComparison.OrdinalIgnoreCase);
        if (iana >= 0) text = text[(iana + Iana.Length)..];
        return Shape().IsMatch(text) ? text.ToLowerInvariant() : null;
    }

    /// <summary>The IANA media type IRI that DCAT-AP prescribes for dcat:mediaType.</summary>
    public static Iri MediaTypeIri(string mediaType) => Iri.Of("http://www.iana.org/assignments/media-types/" + mediaType);

    // Narrower than RFC 6838: what DCAT-US 1.1's schema admits too, and always a legal IRI.
    [GeneratedRegex(@"^[A-Za-z0-9][-\w]*/[-\w]+(\.[-\w]+)*(\+[-\w]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Shape();

    private static Dictionary<string, FileType> Table()
    {
        var table = new Dictionary<string, FileType>(StringComparer.OrdinalIgnoreCase);
        Add("CSV", "text/csv");
        Add("TSV", "text/tab-separated-values", "TAB");
        Add("TXT", "text/plain", "TEXT");
        Add("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        Add("XLS", "application/vnd.ms-excel", "EXCEL");
        Add("ODS", "application/vnd.oasis.opendocument.spreadsheet");
        Add("JSON", "application/json");
        Add("GEOJSON", "application/geo+json");
        Add("JSON_LD", "application/ld+json", "JSONLD", "JSON-LD");
        Add("JSONL", "application/x-ndjson", "NDJSON");
        Add("TOPOJSON", "application/json");
        Add("XML", "application/xml");
        Add("YAML", "application/yaml", "YML");
        Add("PARQUET", "application/vnd.apache.parquet");
        Add("SHP", "application/vnd.shp", "SHAPEFILE", "SHAPE");
        Add("KML", "application/vnd.google-earth.kml+xml");
        Add("KMZ", "application/vnd.google-earth.kmz");
        Add("GPKG", "application/geopackage+sqlite3", "GEOPACKAGE");
        Add("GML", "application/gml+xml");
        Add("TIFF", "image/tiff", "TIF");
        Add("GEOTIFF", "image/tiff", "GTIFF");
        Add("ZIP", "application/zip");
        Add("GTFS", "application/zip");
        Add("GPX", "application/gpx+xml");
        Add("NETCDF", "application/netcdf", "NC");
        Add("WMS_SRVC", null, "WMS");
        Add("WFS_SRVC", null, "WFS");
        Add("WMTS_SRVC", null, "WMTS");
        Add("REST", null, "API");
        Add("HTML", "text/html", "HTM", "WEB");
        Add("PDF", "application/pdf");
        Add("DOC", "application/msword");
        Add("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Add("ODT", "application/vnd.oasis.opendocument.text");
        Add("RTF", "application/rtf");
        Add("PPT", "application/vnd.ms-powerpoint");
        Add("PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
        Add("MD", "text/markdown", "MARKDOWN");
        Add("GZIP", "application/gzip", "GZ");
        Add("TAR", "application/x-tar");
        Add("RAR", "application/vnd.rar");
        Add("7Z", "application/x-7z-compressed");
        Add("RDF_XML", "application/rdf+xml", "RDF");
        Add("RDF_TURTLE", "text/turtle", "TTL", "TURTLE");
        Add("RDF_N_TRIPLES", "application/n-triples", "NT");
        Add("PNG", "image/png");
        Add("JPEG", "image/jpeg", "JPG");
        Add("SVG", "image/svg+xml");
        Add("ICS", "text/calendar", "ICAL");
        Add("RSS", "application/rss+xml");
        Add("ATOM", "application/atom+xml");
        Add("DBF", "application/vnd.dbf");
        Add("MDB", "application/vnd.ms-access");
        Add("SQLITE", "application/vnd.sqlite3");
        Add("SQL", "application/sql");
        return table;

        void Add(string code, string? mediaType, params ReadOnlySpan<string> others)
        {
            // GPX and TopoJSON are not in the EU table.
            var type = new FileType(code is "GPX" or "TOPOJSON" ? null : code, mediaType);
            table.Add(code, type);
            foreach (var other in others) table.Add(other, type);
        }
    }
}
