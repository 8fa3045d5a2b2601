namespace Catalog.Core.Dcat;

/// <summary>Names, media types and extensions of the file formats that portals publish.</summary>
public static class FileFormats
{
    /// <summary>Short name, media type, further spellings (lower case). Extensions are spellings too.</summary>
    private static readonly (string Name, string MediaType, string[] Spellings)[] Known =
    [
        ("CSV", "text/csv", ["text/csv", "csv", "comma separated values", "application/csv"]),
        ("TSV", "text/tab-separated-values", ["tsv", "tab", "text/tab-separated-values"]),
        ("TXT", "text/plain", ["txt", "text/plain", "text", "texto"]),
        ("XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ["xlsx", "excel (.xlsx)", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"]),
        ("XLS", "application/vnd.ms-excel", ["xls", "excel", "application/vnd.ms-excel"]),
        ("ODS", "application/vnd.oasis.opendocument.spreadsheet", ["ods", "application/vnd.oasis.opendocument.spreadsheet"]),
        ("JSON", "application/json", ["json", "application/json"]),
        ("JSONL", "application/x-ndjson", ["jsonl", "ndjson", "application/x-ndjson"]),
        ("GEOJSON", "application/geo+json", ["geojson", "geo json", "application/geo+json", "application/vnd.geo+json"]),
        ("KML", "application/vnd.google-earth.kml+xml", ["kml", "application/vnd.google-earth.kml+xml"]),
        ("KMZ", "application/vnd.google-earth.kmz", ["kmz", "application/vnd.google-earth.kmz"]),
        ("SHP", "application/zip", ["shp", "shapefile", "zip (shp)", "esri shapefile"]),
        ("GPKG", "application/geopackage+sqlite3", ["gpkg", "geopackage", "application/geopackage+sqlite3"]),
        ("PDF", "application/pdf", ["pdf", "application/pdf"]),
        ("ZIP", "application/zip", ["zip", "application/zip", "application/x-zip-compressed"]),
        ("GZIP", "application/gzip", ["gz", "gzip", "application/gzip"]),
        ("7Z", "application/x-7z-compressed", ["7z", "application/x-7z-compressed"]),
        ("RAR", "application/vnd.rar", ["rar", "application/vnd.rar"]),
        ("XML", "application/xml", ["xml", "application/xml", "text/xml"]),
        ("RSS", "application/rss+xml", ["rss", "application/rss+xml"]),
        ("ICS", "text/calendar", ["ics", "ical", "icalendar", "text/calendar"]),
        ("HTML", "text/html", ["html", "htm", "web page", "página web", "text/html"]),
        ("DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ["docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]),
        ("DOC", "application/msword", ["doc", "application/msword"]),
        ("PARQUET", "application/vnd.apache.parquet", ["parquet", "application/vnd.apache.parquet"]),
        ("SQLITE", "application/vnd.sqlite3", ["sqlite", "sqlite3", "application/vnd.sqlite3"]),
        ("RDF", "application/rdf+xml", ["rdf", "rdf/xml", "application/rdf+xml"]),
        ("TTL", "text/turtle", ["ttl", "turtle", "text/turtle"]),
        ("JSON-LD", "application/ld+json", ["jsonld", "json-ld", "application/ld+json"]),
        ("PNG", "image/png", ["png", "image/png"]),
        ("JPEG", "image/jpeg", ["jpg", "jpeg", "image/jpeg"]),
        ("SVG", "image/svg+xml", ["svg", "image/svg+xml"]),
        ("DWG", "image/vnd.dwg", ["dwg", "image/vnd.dwg"]),
        ("MP3", "audio/mpeg", ["mp3", "audio/mpeg"]),
        ("GTFS", "application/zip", ["gtfs"]),
        ("WMS", "application/xml", ["wms"]),
        ("WFS", "application/xml", ["wfs"]),
        ("API", "application/json", ["api", "rest"]),
    ];

    private static readonly Dictionary<string, (string Name, string MediaType)> BySpelling = Known
        .SelectMany(known => known.Spellings.Select(spelling => (spelling, (known.Name, known.MediaType))))
        .GroupBy(pair => pair.spelling).ToDictionary(group => group.Key, group => group.First().Item2);

    private static readonly Dictionary<string, string> MediaTypes = Known.ToDictionary(known => known.Name, known => known.MediaType);

    /// <summary>
    /// The short name of a format: what the source says when we know it, else what the media type, the file name or the
    /// address tells, else what the source says in upper case.
    /// </summary>
    public static string? Name(string? format, string? mediaType, string? fileName, string? url)
    {
        if (NameOf(format) is { } said) return said;
        if (format is not null) return format.TrimStart('.').ToUpperInvariant() is { Length: > 0 and <= 40 } own ? own : null;
        return NameOf(mediaType) ?? NameOf(WebAddress.Extension(fileName ?? "")) ?? NameOf(WebAddress.Extension(url ?? ""));
    }

    public static string? MediaType(string? name) => name is null ? null : MediaTypes.GetValueOrDefault(name);

    private static string? NameOf(string? spelling) =>
        spelling is { Length: > 0 } && BySpelling.TryGetValue(spelling.Trim().TrimStart('.').ToLowerInvariant(), out var known) ? known.Name : null;
}
