using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Catalog.Core.Dcat;

/// <summary>
/// A file format: the short name that readers see, its code in the EU file-type table and its IANA media type; null
/// where there is none.
/// </summary>
public sealed record FileFormat(string Name, string? EuCode, string? MediaType);

/// <summary>Names, codes, media types and extensions of the file formats that portals publish: one table for reading and writing.</summary>
public static partial class FileFormats
{
    private static readonly List<FileFormat> InOrder = [];
    private static readonly FrozenDictionary<string, FileFormat> BySpelling = Table();

    /// <summary>Longest format name taken over from a source that we do not know, in characters.</summary>
    private const int MaxNameLength = 40;

    public static IReadOnlyList<FileFormat> All => InOrder;

    /// <summary>
    /// The format by its name, else by its media type. The name goes first: servers send text/plain for CSV and
    /// application/zip for everything packed.
    /// </summary>
    public static FileFormat? Find(string? format, string? mediaType) => Find(format) ?? Find(CleanMediaType(mediaType));

    /// <summary>
    /// The short name of a format: what the source says when we know it, else what the media type, the file name or the
    /// address tells, else what the source says in upper case.
    /// </summary>
    public static string? Name(string? format, string? mediaType, string? fileName, string? url)
    {
        if (Find(format) is { } said) return said.Name;
        if (!string.IsNullOrWhiteSpace(format)) return format.Trim().TrimStart('.').ToUpperInvariant() is { Length: > 0 and <= MaxNameLength } own ? own : null;
        return (Find(CleanMediaType(mediaType)) ?? Find(WebAddress.Extension(fileName ?? "")) ?? Find(WebAddress.Extension(url ?? "")))?.Name;
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

    /// <summary>
    /// May a file of <paramref name="format"/> rightly be named as if it were of <paramref name="other"/>? GeoJSON is
    /// JSON and KML is XML (RFC 6839 §3), and a GeoTIFF is a TIFF.
    /// </summary>
    public static bool IsKindOf(string format, string other)
    {
        if (format == other) return true;
        if (Find(format)?.MediaType is not { } own || Find(other)?.MediaType is not { } wider) return false;
        return own == wider || own.EndsWith('+' + wider[(wider.IndexOf('/', StringComparison.Ordinal) + 1)..], StringComparison.Ordinal);
    }

    /// <summary>By any spelling: a name, an extension with or without its dot, a media type, or the IRI of an authority's table.</summary>
    private static FileFormat? Find(string? spelling)
    {
        if (string.IsNullOrWhiteSpace(spelling)) return null;
        var text = spelling.Trim();
        if (BySpelling.TryGetValue(text.TrimStart('.'), out var known)) return known;
        if (CleanMediaType(text) is { } type) return BySpelling.GetValueOrDefault(type);
        return text.Contains("://", StringComparison.Ordinal) ? BySpelling.GetValueOrDefault(text.TrimEnd('/').Split('/')[^1]) : null;
    }

    // Narrower than RFC 6838: what DCAT-US 1.1's schema admits too, and always a legal IRI.
    [GeneratedRegex(@"^[A-Za-z0-9][-\w]*/[-\w]+(\.[-\w]+)*(\+[-\w]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex Shape();

    private static FrozenDictionary<string, FileFormat> Table()
    {
        var table = new Dictionary<string, FileFormat>(StringComparer.OrdinalIgnoreCase);
        Add("CSV", "CSV", "text/csv", "comma separated values", "application/csv");
        Add("TSV", "TSV", "text/tab-separated-values", "tab");
        Add("TXT", "TXT", "text/plain", "text", "texto");
        Add("XLSX", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "excel (.xlsx)");
        Add("XLS", "XLS", "application/vnd.ms-excel", "excel");
        Add("ODS", "ODS", "application/vnd.oasis.opendocument.spreadsheet");
        Add("JSON", "JSON", "application/json");
        Add("GEOJSON", "GEOJSON", "application/geo+json", "geo json", "application/vnd.geo+json");
        Add("JSON-LD", "JSON_LD", "application/ld+json", "jsonld");
        Add("JSONL", "JSONL", "application/x-ndjson", "ndjson");
        Add("TOPOJSON", null, "application/json");
        Add("XML", "XML", "application/xml", "text/xml");
        Add("YAML", "YAML", "application/yaml", "yml");
        Add("PARQUET", "PARQUET", "application/vnd.apache.parquet");
        Add("SHP", "SHP", "application/vnd.shp", "shapefile", "shape", "zip (shp)", "esri shapefile");
        Add("KML", "KML", "application/vnd.google-earth.kml+xml");
        Add("KMZ", "KMZ", "application/vnd.google-earth.kmz");
        Add("GPKG", "GPKG", "application/geopackage+sqlite3", "geopackage");
        Add("GML", "GML", "application/gml+xml");
        Add("TIFF", "TIFF", "image/tiff", "tif");
        Add("GEOTIFF", "GEOTIFF", "image/tiff", "gtiff");
        Add("ZIP", "ZIP", "application/zip", "application/x-zip-compressed");
        Add("GTFS", "GTFS", "application/zip");
        Add("GPX", null, "application/gpx+xml");
        Add("NETCDF", "NETCDF", "application/netcdf", "nc");
        Add("WMS", "WMS_SRVC", null);
        Add("WFS", "WFS_SRVC", null);
        Add("WMTS", "WMTS_SRVC", null);
        Add("API", "REST", null);
        Add("HTML", "HTML", "text/html", "htm", "web", "web page", "página web");
        Add("PDF", "PDF", "application/pdf");
        Add("DOC", "DOC", "application/msword");
        Add("DOCX", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Add("ODT", "ODT", "application/vnd.oasis.opendocument.text");
        Add("RTF", "RTF", "application/rtf");
        Add("PPT", "PPT", "application/vnd.ms-powerpoint");
        Add("PPTX", "PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation");
        Add("MD", "MD", "text/markdown", "markdown");
        Add("GZIP", "GZIP", "application/gzip", "gz");
        Add("TAR", "TAR", "application/x-tar");
        Add("RAR", "RAR", "application/vnd.rar");
        Add("7Z", "7Z", "application/x-7z-compressed");
        Add("RDF", "RDF_XML", "application/rdf+xml", "rdf/xml");
        Add("TTL", "RDF_TURTLE", "text/turtle", "turtle");
        Add("NT", "RDF_N_TRIPLES", "application/n-triples");
        Add("PNG", "PNG", "image/png");
        Add("JPEG", "JPEG", "image/jpeg", "jpg");
        Add("SVG", "SVG", "image/svg+xml");
        Add("DWG", null, "image/vnd.dwg");
        Add("MP3", null, "audio/mpeg");
        Add("ICS", "ICS", "text/calendar", "ical", "icalendar");
        Add("RSS", "RSS", "application/rss+xml");
        Add("ATOM", "ATOM", "application/atom+xml");
        Add("DBF", "DBF", "application/vnd.dbf");
        Add("MDB", "MDB", "application/vnd.ms-access");
        Add("SQLITE", "SQLITE", "application/vnd.sqlite3", "sqlite3");
        Add("SQL", "SQL", "application/sql");
        return table.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

        void Add(string name, string? euCode, string? mediaType, params ReadOnlySpan<string> others)
        {
            var format = new FileFormat(name, euCode, mediaType);
            InOrder.Add(format);
            table.Add(name, format);
            if (euCode is not null && euCode != name) table.Add(euCode, format);
            // Several formats share a media type (ZIP and GTFS, JSON and TopoJSON); the first of the table has it.
            if (mediaType is not null) table.TryAdd(mediaType, format);
            foreach (var other in others) table.Add(other, format);
        }
    }
}
