using System.Collections.Frozen;
using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <summary>One distribution of a data.json, with its column dictionary.</summary>
internal sealed class DataJsonDistribution(JsonOut json, DataCatalog catalog, DataJsonProfile profile)
{
    private static readonly FrozenSet<string> OwnKeys = new[]
    {
        "@type", "identifier", "title", "description", "accessURL", "downloadURL", "format", "mediaType", "byteSize", "checksum",
        "issued", "modified", "license", "rights", "conformsTo", "fileName", "type", "field",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> FieldKeys = new[] { "title", "type", "description", "id", "units" }.ToFrozenSet();

    private readonly string _language = catalog.Languages.Count > 0 ? catalog.Languages[0] : "es";
    private readonly TimeZoneInfo _zone = DcatDates.Zone(catalog);
    private readonly CatalogAddresses _addresses = new(catalog.Url);

    private bool ForArgentina => profile == DataJsonProfile.Argentina;

    public void Write(PublishedDataset published, Distribution distribution)
    {
        var dataset = published.Dataset;
        var file = published.Files.GetValueOrDefault(distribution.Id);
        var page = _addresses.Distribution(published.Slug, distribution.Id);
        var access = Links.Uri(distribution.AccessUrl);
        var download = file is not null ? _addresses.Download(published.Slug, distribution.Id, file.FileName) : Links.Uri(distribution.DownloadUrl);
        var type = FileFormats.Find(distribution.Format, distribution.MediaType ?? file?.MediaType);
        var mediaType = type?.MediaType ?? FileFormats.CleanMediaType(distribution.MediaType) ?? FileFormats.CleanMediaType(file?.MediaType);

        json.Writer.WriteStartObject();
        if (!ForArgentina) json.Text("@type", "dcat:Distribution");
        json.Text("identifier", string.IsNullOrWhiteSpace(distribution.Identifier) ? distribution.Id.ToString("D") : distribution.Identifier);
        json.Text("title", distribution.Title.Or(Text.Of("", file?.FileName ?? distribution.FileName ?? "")).Or(dataset.Title).Or(Text.Of("", dataset.Identifier)).In(_language));
        json.Text("description", distribution.Description.In(_language));
        // Something that is no file is had at the source's address; our page only tells about it.
        json.Text("accessURL", download is null ? access ?? page : page);
        json.Text("downloadURL", download ?? (ForArgentina ? access ?? page : null));
        json.Text("format", distribution.Format);
        // DCAT-US demands a media type beside a download; octet-stream is how RFC 2046 §4.5.1 says "unknown".
        json.Text("mediaType", mediaType ?? (download is not null && !ForArgentina ? "application/octet-stream" : null));
        if ((file?.Size ?? distribution.ByteSize) is >= 0 and { } size) json.Writer.WriteNumber("byteSize", size);
        WriteChecksum(file?.Sha256, distribution.Checksum);
        var issued = distribution.Issued ?? (ForArgentina ? distribution.Modified ?? dataset.Issued ?? dataset.Modified ?? catalog.Issued : null);
        json.Text("issued", issued is { } i ? Date(i) : null);
        json.Text("modified", distribution.Modified is { } m ? Date(m) : null);
        json.Text("license", Licenses.Find(distribution.License)?.Url ?? Links.Uri(distribution.License) ?? distribution.License);
        json.Text("rights", distribution.Rights.In(_language));
        json.Text("conformsTo", distribution.ConformsTo.Select(Links.Uri).FirstOrDefault(u => u is not null));
        json.Text("fileName", distribution.FileName ?? file?.FileName);
        json.Text("type", distribution.Type);
        json.Extras(distribution.Extras, OwnKeys, ForArgentina ? null : DataJsonRules.Fits);
        WriteFields(distribution.Fields);
        json.Writer.WriteEndObject();
    }

    private string Date(DcatDate date) => ForArgentina ? DcatDates.AtLeastDay(date, _zone) : DcatDates.Lexical(date, _zone);

    private void WriteChecksum(string? sha256, Checksum? given)
    {
        var checksum = sha256 is not null ? new Checksum("sha256", sha256) : given;
        if (checksum is null) return;
        json.Writer.WriteStartObject("checksum");
        json.Text("algorithm", checksum.Algorithm);
        json.Text("checksumValue", checksum.Value);
        json.Writer.WriteEndObject();
    }

    private void WriteFields(ValueList<Field> fields)
    {
        if (fields.Count == 0) return;
        json.Writer.WriteStartArray("field");
        foreach (var field in fields)
        {
            json.Writer.WriteStartObject();
            // The Argentine schema's limit of a column's name.
            json.Text("title", ForArgentina ? DataJsonRules.Cut(field.Name, 60) : field.Name);
            json.Text("type", field.Type);
            json.Text("description", field.Description.In(_language));
            json.Text("id", field.Id);
            json.Text("units", field.Units);
            json.Extras(field.Extras, FieldKeys);
            json.Writer.WriteEndObject();
        }
        json.Writer.WriteEndArray();
    }
}
