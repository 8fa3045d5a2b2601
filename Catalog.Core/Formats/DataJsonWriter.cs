using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>Which of two profiles a data.json follows where they contradict each other.</summary>
public enum DataJsonProfile
{
    /// <summary>DCAT-US 1.1: e-mail as <c>mailto:</c>, no rhythm is <c>irregular</c>, a licence is an address.</summary>
    DcatUs,

    /// <summary>The Argentine profile 1.1: e-mail bare, no rhythm is <c>eventual</c>, mandatory superTheme, issued and downloadURL.</summary>
    Argentina,
}

/// <summary>
/// Writes one data.json as a stream. Both profiles carry the Argentine properties; the fallbacks for what a record
/// lacks and a profile demands are in <see cref="DataJsonDataset"/>. Call <see cref="Begin"/>, then
/// <see cref="WriteDataset"/> and <see cref="FlushAsync"/> for each dataset, then <see cref="CompleteAsync"/>.
/// The theme taxonomy stands after the datasets, because only then is it known which themes they use.
/// </summary>
public sealed class DataJsonWriter
{
    private const int FlushThreshold = 64 * 1024;

    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    private readonly Stream _stream;
    private readonly DataCatalog _catalog;
    private readonly ArrayBufferWriter<byte> _buffer = new(FlushThreshold * 2);
    private readonly Utf8JsonWriter _json;
    private readonly DataJsonDataset _datasets;
    private readonly DataJsonProfile _profile;
    private readonly string _language;

    public DataJsonWriter(Stream stream, DataCatalog catalog, DataJsonProfile profile = DataJsonProfile.DcatUs)
    {
        _stream = stream;
        _catalog = catalog;
        _profile = profile;
        _language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
        _json = new Utf8JsonWriter(_buffer, Options);
        _datasets = new DataJsonDataset(new JsonOut(_json), catalog, profile);
    }

    public void Begin()
    {
        var json = new JsonOut(_json);
        _json.WriteStartObject();
        if (_profile == DataJsonProfile.DcatUs)
        {
            json.Text("@context", "https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld");
            json.Text("@id", Links.Uri(new CatalogAddresses(_catalog.Url).Home + "/data.json"));
            json.Text("@type", "dcat:Catalog");
            json.Text("conformsTo", "https://project-open-data.cio.gov/v1.1/schema");
            json.Text("describedBy", "https://project-open-data.cio.gov/v1.1/schema/catalog.json");
        }
        json.Text("version", "1.1");
        json.Text("identifier", new CatalogAddresses(_catalog.Url).Catalog);
        json.Text("title", _catalog.Title.In(_language));
        json.Text("description", _catalog.Description.Or(_catalog.Title).In(_language));
        _json.WriteStartObject("publisher");
        json.Text("name", _catalog.Publisher.Name.Or(_catalog.Title).In(_language));
        json.Text("mbox", Links.Email(_catalog.Publisher.Email));
        _json.WriteEndObject();
        if (_catalog.Issued is { } issued) json.Text("issued", DcatDates.AtLeastDay(issued, DcatDates.Zone(_catalog)));
        json.Texts("language", _catalog.Languages);
        json.Text("license", Licenses.Find(_catalog.License)?.Url ?? _catalog.License);
        json.Text("homepage", Links.Uri(_catalog.Homepage) ?? Links.Uri(_catalog.Url));
        json.Text("spatial", _catalog.Spatial);
        json.Text("superThemeTaxonomy", "http://datos.gob.ar/superThemeTaxonomy.json");
        _json.WriteStartArray("dataset");
    }

    public void WriteDataset(PublishedDataset published) => _datasets.Write(published);

    /// <summary>Hands on what has gathered once it is 64 KiB or more.</summary>
    public ValueTask FlushAsync(CancellationToken ct) =>
        _json.BytesPending + _buffer.WrittenCount < FlushThreshold ? ValueTask.CompletedTask : WriteOutAsync(ct);

    /// <summary>Ends the document; not to be called on failure, so that one cut short does not parse.</summary>
    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        var json = new JsonOut(_json);
        _json.WriteEndArray();
        _json.WriteStartArray("themeTaxonomy");
        foreach (var sector in _catalog.Sectors) WriteTheme(json, sector.Id, sector.Title, sector.Description);
        foreach (var theme in _datasets.SourceThemes.Values)
            if (_catalog.Sectors.All(s => s.Id != theme.Id)) WriteTheme(json, theme.Id, theme.Label, Text.Empty);
        _json.WriteEndArray();
        _json.WriteEndObject();
        await WriteOutAsync(ct);
        await _stream.FlushAsync(ct);
    }

    private async ValueTask WriteOutAsync(CancellationToken ct)
    {
        _json.Flush();
        await _stream.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void WriteTheme(JsonOut json, string id, Text label, Text description)
    {
        _json.WriteStartObject();
        json.Text("id", id);
        json.Text("label", label.Or(Text.Of("", id)).In(_language));
        json.Text("description", description.In(_language));
        _json.WriteEndObject();
    }
}
