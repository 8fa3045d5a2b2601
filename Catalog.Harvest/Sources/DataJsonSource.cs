using System.Text;
using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;
using Catalog.Harvest.Fetch;

namespace Catalog.Harvest.Sources;

/// <summary>A data.json by URL or path: DCAT-US 1.1 and 3, and the Argentine profile 1.1.</summary>
internal sealed class DataJsonSource(HarvestSource source, HttpFetcher fetcher, string tempFolder, Limits limits) : ISourceReader
{
    private const string ListMember = "dataset";

    public async Task<GatherResult> GatherAsync(RecordSpool spool, CancellationToken ct)
    {
        if (!Uri.TryCreate(source.Url, UriKind.Absolute, out var uri) || uri.IsFile) return await ReadLocalAsync(source.Url!, spool, ct);
        // The whole document first: a connection that breaks must not look like a shorter catalog. A name of its own,
        // since a plan may be made while a harvest of the same source runs.
        Directory.CreateDirectory(tempFolder);
        var path = Path.Combine(tempFolder, $"{source.Id}.{Guid.NewGuid():N}.document");
        await using var document = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose);
        if (await fetcher.DownloadAsync(uri, source, document, limits.MaxCatalogBytes, ct) is FetchResult.Failed failed)
            return new GatherResult.Failed(failed.Code == FetchCodes.TooLarge ? GatherCodes.DocumentTooLarge : GatherCodes.FetchFailed, $"{failed.Code}: {failed.Message}");
        document.Position = 0;
        return await ReadAsync(document, spool, ct);
    }

    private async Task<GatherResult> ReadLocalAsync(string path, RecordSpool spool, CancellationToken ct)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path)) return new GatherResult.Failed(GatherCodes.SourceMissing, $"There is no file {name}.");
        FileStream file;
        try
        {
            file = File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new GatherResult.Failed(GatherCodes.SourceMissing, $"The file {name} cannot be read.");
        }
        await using (file)
        {
            if (file.Length > limits.MaxCatalogBytes) return new GatherResult.Failed(GatherCodes.DocumentTooLarge, $"The file {name} is larger than {limits.MaxCatalogBytes} bytes.");
            return await ReadAsync(file, spool, ct);
        }
    }

    private async Task<GatherResult> ReadAsync(Stream stream, RecordSpool spool, CancellationToken ct)
    {
        var members = new Dictionary<string, byte[]>();
        var findings = new List<Finding>();
        var hasList = false;
        var profile = RecordProfile.None;
        var incomplete = false;
        long memberBytes = 0;
        try
        {
            var parts = new JsonListStream(await Utf8Async(stream, ct), ListMember, limits);
            while (await parts.NextAsync(ct) is { } part)
            {
                switch (part)
                {
                    case JsonPart.ListBegin:
                        hasList = true;
                        break;
                    case JsonPart.Member member:
                        memberBytes += member.Name.Length + member.Value.Length;
                        if (memberBytes > limits.MaxRecordBytes) throw new JsonTooLargeException($"The members beside the list are larger than {limits.MaxRecordBytes} bytes together.");
                        members[member.Name] = SourceText.AsUtf8(member.Value);
                        break;
                    case JsonPart.Item item:
                        spool.Add($"/{ListMember}/{item.Index}", SourceText.AsUtf8(item.Value));
                        break;
                    case JsonPart.OversizedItem oversized:
                        incomplete = true;
                        findings.Add(FindingMessages.Make(FindingCodes.RecordTooLarge, Severity.Error, $"/{ListMember}/{oversized.Index}", null,
                            $"El registro supera {limits.MaxRecordBytes} bytes y no se leyó.", $"The record is larger than {limits.MaxRecordBytes} bytes and was not read."));
                        break;
                }
            }
            profile = DetectProfile(members);
            if (profile == RecordProfile.DcatUs3)
            {
                DcatUs3Catalog.SpoolNested(members, spool, limits);
                hasList |= spool.Count > 0;
            }
        }
        catch (JsonTooLargeException e)
        {
            return new GatherResult.Failed(GatherCodes.DocumentTooLarge, e.Message);
        }
        catch (JsonException e)
        {
            var place = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1} of it)" : "";
            return new GatherResult.Failed(GatherCodes.MalformedJson, $"The document is not whole, valid JSON{place}: {e.Message.Split(" LineNumber")[0]}");
        }
        findings.AddRange(CatalogFindings(members, hasList, profile));
        if (!hasList)
            return new GatherResult.Failed(GatherCodes.NoDatasetList, "The document has no list 'dataset': " + string.Join("; ", findings.Select(f => $"{f.Pointer} {f.Message.In("en")}")));
        return new GatherResult.Gathered(new SourceDocument
        {
            Profile = profile,
            ThemeLabels = ThemeLabels(members),
            Findings = findings,
            Incomplete = incomplete,
        });
    }

    private static async Task<Stream> Utf8Async(Stream stream, CancellationToken ct)
    {
        var start = new byte[2];
        var read = await stream.ReadAtLeastAsync(start, 2, throwOnEndOfStream: false, ct);
        stream.Position = 0;
        return SourceText.Utf16(start.AsSpan(0, read)) is { } utf16 ? Encoding.CreateTranscodingStream(stream, utf16, Encoding.UTF8, leaveOpen: true) : stream;
    }

    private RecordProfile DetectProfile(Dictionary<string, byte[]> members) => source.Profile switch
    {
        not MetadataProfile.Argentina when DcatUs3Catalog.IsOne(members) => RecordProfile.DcatUs3,
        MetadataProfile.None => RecordProfile.None,
        MetadataProfile.Argentina => RecordProfile.Argentina,
        MetadataProfile.DcatUs => RecordProfile.DcatUs,
        _ when members.TryGetValue("conformsTo", out var said) && said.AsSpan().IndexOf("project-open-data"u8) >= 0 => RecordProfile.DcatUs,
        _ => RecordProfile.Argentina,
    };

    /// <summary>The catalog's own members against the profile; its list was read already and stands there empty.</summary>
    private static IEnumerable<Finding> CatalogFindings(Dictionary<string, byte[]> members, bool hasList, RecordProfile profile)
    {
        var schema = profile switch
        {
            RecordProfile.Argentina => ProfileSchema.ArgentinaCatalog.Value,
            RecordProfile.DcatUs => ProfileSchema.DcatUsCatalog.Value,
            _ => null,
        };
        if (schema is null) return [];
        using var catalog = new MemoryStream();
        using (var writer = new Utf8JsonWriter(catalog))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members)
            {
                writer.WritePropertyName(name);
                writer.WriteRawValue(value);
            }
            if (hasList)
            {
                writer.WriteStartArray(ListMember);
                writer.WriteEndArray();
            }
            writer.WriteEndObject();
        }
        return schema.Validate(catalog.ToArray());
    }

    private static Dictionary<string, string> ThemeLabels(Dictionary<string, byte[]> members)
    {
        var labels = new Dictionary<string, string>();
        if (!members.TryGetValue("themeTaxonomy", out var bytes)) return labels;
        using var taxonomy = JsonDocument.Parse(bytes);
        if (taxonomy.RootElement.ValueKind != JsonValueKind.Array) return labels;
        foreach (var theme in taxonomy.RootElement.EnumerateArray())
            if (theme.ValueKind == JsonValueKind.Object && Member(theme, "id") is { } id && Member(theme, "label") is { } label) labels[id] = label;
        return labels;
    }

    private static string? Member(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
