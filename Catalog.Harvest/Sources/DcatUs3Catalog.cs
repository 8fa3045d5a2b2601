using System.Text;
using System.Text.Json;
using Catalog.Core;

namespace Catalog.Harvest.Sources;

/// <summary>
/// What is particular to a DCAT-US 3 catalog in plain JSON: it is told by its shape, and its datasets stand in catalogs
/// within catalogs and in series, too. A dataset that a series repeats is the one that was read already.
/// </summary>
internal static class DcatUs3Catalog
{
    private static readonly string[] Lists = ["catalog", "datasetSeries", "service"];

    /// <summary>Whether the members of a catalog, without its datasets, are those of DCAT-US 3.</summary>
    public static bool IsOne(IReadOnlyDictionary<string, byte[]> members)
    {
        if (members.TryGetValue("conformsTo", out var said))
        {
            var standard = Encoding.UTF8.GetString(said);
            if (standard.Contains("project-open-data", StringComparison.OrdinalIgnoreCase)) return false;
            if (standard.Contains("dcat-us", StringComparison.OrdinalIgnoreCase) && standard.Contains('3', StringComparison.Ordinal)) return true;
        }
        // 1.1 has "dcat:Catalog"; the Argentine profile has no class.
        return (members.TryGetValue("@type", out var type) && type.AsSpan().IndexOf("\"Catalog\""u8) >= 0) || Lists.Any(members.ContainsKey);
    }

    /// <summary>Adds the datasets of nested catalogs and series to the spool.</summary>
    public static void SpoolNested(IReadOnlyDictionary<string, byte[]> members, RecordSpool spool, Limits limits)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (members.ContainsKey("datasetSeries") || members.ContainsKey("catalog"))
            foreach (var record in spool.ReadAll())
            {
                using var json = RecordJson.TryParse(record.Raw, limits, out _);
                if (json is not null && IdentityOf(json.RootElement) is { } identity) known.Add(identity);
            }
        foreach (var list in Lists)
        {
            if (list == "service" || !members.TryGetValue(list, out var bytes)) continue;
            using var json = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth });
            SpoolList(json.RootElement, list, "", spool, known);
        }
    }

    private static void SpoolList(JsonElement value, string list, string parent, RecordSpool spool, HashSet<string> known)
    {
        var index = 0;
        var single = value.ValueKind != JsonValueKind.Array;
        foreach (var item in single ? [value] : value.EnumerateArray().ToArray())
        {
            var pointer = single ? $"{parent}/{list}" : $"{parent}/{list}/{index++}";
            if (list is "dataset" or "seriesMember")
            {
                var identity = IdentityOf(item);
                if (list == "seriesMember" && (item.ValueKind != JsonValueKind.Object || (identity is not null && known.Contains(identity)))) continue;
                if (identity is not null) known.Add(identity);
                spool.Add(pointer, Encoding.UTF8.GetBytes(item.GetRawText()));
                continue;
            }
            if (item.ValueKind != JsonValueKind.Object) continue;
            // Members of a series are often among the datasets of its catalog, which count first.
            foreach (var inner in (string[])["dataset", "catalog", "datasetSeries", "seriesMember"])
                if (item.TryGetProperty(inner, out var nested)) SpoolList(nested, inner, pointer, spool, known);
        }
    }

    private static string? IdentityOf(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object) return null;
        if (record.TryGetProperty("identifier", out var said))
        {
            if (said.ValueKind == JsonValueKind.String) return said.GetString();
            if (said.ValueKind == JsonValueKind.Object) return (Text(said, "@id") ?? Text(said, "notation")) ?? Text(record, "@id");
        }
        return Text(record, "@id");
    }

    private static string? Text(JsonElement element, string member) =>
        element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
