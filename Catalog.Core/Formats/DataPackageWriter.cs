using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>What a whole package says of itself.</summary>
public sealed record DataPackageHead
{
    /// <summary>Of a-z, 0-9, - . _ and /: "salud", "ministerio-de-salud".</summary>
    public required string Name { get; init; }

    public required Text Title { get; init; }

    public Text Description { get; init; } = Text.Empty;

    /// <summary>The page of this catalog that it is the content of.</summary>
    public required string Homepage { get; init; }

    /// <summary>When the newest of its files was fetched; no clock, so that the same content gives the same bytes.</summary>
    public DateTimeOffset? Created { get; init; }
}

/// <summary>
/// A datapackage.json of version 2 that is valid under version 1 too, an entry at a time: Frictionless Data Package
/// §Metadata. What should be in the package and is not stands in a member of our own, <c>missing</c>, with the reason.
/// </summary>
public sealed class DataPackageWriter : IDisposable
{
    private const string Profile = "https://datapackage.org/profiles/2.0/datapackage.json";

    /// <summary>The types of Table Schema that a column dictionary can name; another word is left to its description.</summary>
    private static readonly FrozenSet<string> Types = new[]
    {
        "string", "number", "integer", "boolean", "object", "array", "list", "date", "time", "datetime", "year", "yearmonth", "duration", "geopoint", "geojson", "any",
    }.ToFrozenSet();

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly Utf8JsonWriter _writer;
    private readonly JsonOut _json;
    private readonly DataCatalog _catalog;
    private readonly CatalogAddresses _addresses;
    private readonly string _language;
    private readonly List<DataPackageEntry> _missing = [];

    public DataPackageWriter(Stream stream, DataCatalog catalog)
    {
        _writer = new Utf8JsonWriter(stream, Options);
        _json = new JsonOut(_writer);
        _catalog = catalog;
        _addresses = new CatalogAddresses(catalog.Url);
        _language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
    }

    /// <summary>Begins the package. Its own README is its first resource: a package without any is not valid.</summary>
    public void Begin(DataPackageHead head, string readme)
    {
        _writer.WriteStartObject();
        _json.Text("$schema", Profile);
        _json.Text("name", head.Name);
        _json.Text("title", head.Title.In(_language));
        _json.Text("description", head.Description.In(_language));
        _json.Text("homepage", Links.Uri(head.Homepage));
        if (head.Created is { } created) _json.Text("created", created.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        WriteLicense(_catalog.License);
        _writer.WriteStartArray("contributors");
        WriteContributor(_catalog.Publisher.Name.Or(_catalog.Title), "publisher");
        _writer.WriteEndArray();
        _writer.WriteStartArray("resources");
        _writer.WriteStartObject();
        _json.Text("name", "readme");
        _json.Text("path", readme);
        _json.Text("title", "README");
        _json.Text("format", "md");
        _json.Text("mediatype", "text/markdown");
        _json.Text("encoding", "utf-8");
        _writer.WriteEndObject();
    }

    public void Write(DataPackageEntry entry)
    {
        if (entry.Missing is not null)
        {
            _missing.Add(entry);
            return;
        }
        var (distribution, dataset, file) = (entry.Distribution, entry.Published.Dataset, entry.File!);
        var type = FileFormats.Find(distribution.Format, distribution.MediaType ?? file.MediaType);
        _writer.WriteStartObject();
        _json.Text("name", entry.Name);
        _json.Text("path", entry.Path);
        if (entry.Table is { IsTabular: true })
        {
            // The same said for readers of version 1 and of version 2.
            _json.Text("profile", "tabular-data-resource");
            _json.Text("type", "table");
        }
        _json.Text("title", TitleOf(entry));
        _json.Text("description", distribution.Description.In(_language));
        _json.Text("format", (distribution.Format ?? type?.Name)?.ToLowerInvariant());
        _json.Text("mediatype", type?.MediaType ?? FileFormats.CleanMediaType(file.MediaType));
        _writer.WriteNumber("bytes", file.Size);
        _json.Text("hash", "sha256:" + file.Sha256);
        if (entry.Table is { } table) WriteTable(table);
        else WriteDictionary(distribution.Fields);
        WriteLicense(distribution.License ?? dataset.License);
        WriteSources(entry);
        _json.Text("dataset", _addresses.Dataset(entry.Published.Slug));
        _json.Text("modified", (distribution.Modified ?? dataset.Modified ?? dataset.Issued)?.ToString());
        _writer.WriteEndObject();
    }

    public void Complete()
    {
        _writer.WriteEndArray();
        _writer.WriteStartArray("missing");
        foreach (var entry in _missing)
        {
            _writer.WriteStartObject();
            _json.Text("dataset", _addresses.Dataset(entry.Published.Slug));
            _json.Text("resource", _addresses.Distribution(entry.Published.Slug, entry.Distribution.Id));
            _json.Text("title", TitleOf(entry));
            _json.Text("reason", entry.Missing);
            _json.Text("path", SourceOf(entry.Distribution));
            _writer.WriteEndObject();
        }
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.Flush();
    }

    public void Dispose() => _writer.Dispose();

    private string TitleOf(DataPackageEntry entry)
    {
        var dataset = entry.Published.Dataset;
        var title = dataset.Title.Or(Text.Of("", dataset.Identifier)).In(_language);
        var own = entry.Distribution.Title.In(_language).Trim();
        return own.Length == 0 || own == title ? title : $"{title}: {own}";
    }

    private void WriteContributor(Text name, string role)
    {
        _writer.WriteStartObject();
        _json.Text("title", name.In(_language));
        // One role for readers of version 1, a list for those of version 2.
        _json.Text("role", role);
        _writer.WriteStartArray("roles");
        _writer.WriteStringValue(role);
        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void WriteLicense(string? license)
    {
        if (string.IsNullOrWhiteSpace(license)) return;
        var known = Licenses.Find(license);
        var path = known?.Url ?? Links.Uri(license);
        var name = known?.Name ?? (path is null && license.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') ? license : null);
        // Each licence has a name of these characters, an address, or both (§licenses).
        if (name is null && path is null) return;
        _writer.WriteStartArray("licenses");
        _writer.WriteStartObject();
        _json.Text("name", name);
        _json.Text("path", path);
        _json.Text("title", license.Trim() == path ? null : license.Trim());
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteSources(DataPackageEntry entry)
    {
        var publisher = entry.Published.PublisherName.Or(entry.Published.Dataset.Publisher?.Name ?? Text.Empty).Or(_catalog.Publisher.Name).Or(_catalog.Title);
        _writer.WriteStartArray("sources");
        _writer.WriteStartObject();
        _json.Text("title", publisher.In(_language));
        _json.Text("path", SourceOf(entry.Distribution));
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private static string? SourceOf(Distribution distribution) =>
        Web(distribution.DownloadUrl) ?? Web(distribution.AccessUrl);

    private static string? Web(string? address) =>
        Links.Uri(address) is { } uri && uri.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? uri : null;

    private void WriteTable(DataPackageTable table)
    {
        _json.Text("encoding", table.Encoding);
        Raw("dialect", table.Dialect);
        Raw("schema", table.Schema);

        void Raw(string name, string? document)
        {
            if (document is null) return;
            _writer.WritePropertyName(name);
            using var parsed = JsonDocument.Parse(document);
            parsed.RootElement.WriteTo(_writer);
        }
    }

    /// <summary>The columns as the publisher documents them: all that is known before a file was read.</summary>
    private void WriteDictionary(ValueList<Field> fields)
    {
        if (fields.Count == 0) return;
        _writer.WriteStartObject("schema");
        _writer.WriteStartArray("fields");
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
        {
            var name = RdfText.Clean(field.Name).Trim();
            if (name.Length == 0 || !names.Add(name)) continue;
            _writer.WriteStartObject();
            _json.Text("name", name);
            _json.Text("type", TypeOf(field.Type));
            _json.Text("description", field.Description.In(_language));
            _json.Text("unit", field.Units);
            _writer.WriteEndObject();
        }
        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    /// <summary>"integer", or the word in parentheses that the Argentine dictionaries put after their own: "Número entero (integer)".</summary>
    private static string? TypeOf(string? said)
    {
        if (said is null) return null;
        var open = said.LastIndexOf('(');
        var word = (open >= 0 && said.EndsWith(')') ? said[(open + 1)..^1] : said).Trim().ToLowerInvariant();
        return Types.Contains(word) ? word : null;
    }
}
