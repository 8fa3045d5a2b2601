using System.Text.Json;
using Catalog.Core.Storage;

namespace Catalog.Web.Tables;

/// <summary>In which columns of a table the guard found data of persons.</summary>
internal static class PersonalColumns
{
    /// <summary>The places of such columns in the file, counted from 0: stored columns may have other names.</summary>
    public static IReadOnlySet<int> Of(TableVersion version)
    {
        if (version.Report is null) return new HashSet<int>();
        using var report = JsonDocument.Parse(version.Report);
        var names = Texts(report.RootElement, "personal", "column").ToHashSet(StringComparer.Ordinal);
        if (names.Count == 0) return new HashSet<int>();
        using var schema = JsonDocument.Parse(version.Schema);
        return Texts(schema.RootElement, "fields", "name").Index().Where(field => names.Contains(field.Item)).Select(field => field.Index).ToHashSet();
    }

    private static IEnumerable<string> Texts(JsonElement of, string list, string member)
    {
        if (of.ValueKind != JsonValueKind.Object || !of.TryGetProperty(list, out var items) || items.ValueKind != JsonValueKind.Array) yield break;
        foreach (var item in items.EnumerateArray())
            yield return item.ValueKind == JsonValueKind.Object && item.TryGetProperty(member, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : "";
    }
}
