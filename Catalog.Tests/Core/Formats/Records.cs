using System.Text.Json;
using Catalog.Core;
using Catalog.Core.Formats;

namespace Catalog.Tests.Core.Formats;

/// <summary>Records for the readers: one that is right in every way, and what a test changes in it.</summary>
internal static class Records
{
    public static RecordContext Context { get; } = new()
    {
        SourceId = "salud",
        Language = "es",
        ThemeLabels = new Dictionary<string, string> { ["centros"] = "Centros de salud" },
    };

    /// <summary>A whole record with the given members beside or in place of its own; "null" as JSON takes one away.</summary>
    public static RecordRead DataJson(string members = "", string distribution = "", Limits? limits = null)
    {
        var json = Merge("""
            { "identifier": "ds-1", "title": "Centros", "description": "Los centros de salud.", "landingPage": "https://datos.example/centros" }
            """, members);
        if (distribution.Length > 0)
            json = Merge(json, $$"""
                "distribution": [ {{Merge("""{ "identifier": "r-1", "title": "Datos", "downloadURL": "https://datos.example/centros.csv" }""", distribution)}} ]
                """);
        return DataJsonOf(json, limits);
    }

    public static RecordRead DataJsonOf(string json, Limits? limits = null)
    {
        using var document = JsonDocument.Parse(json);
        return DataJsonReader.Read(document.RootElement, Context with { Limits = limits ?? Limits.Default });
    }

    public static RecordRead Package(string json)
    {
        using var document = JsonDocument.Parse(json);
        return DataPackageReader.Read(document.RootElement, Context, path => path.StartsWith("..", StringComparison.Ordinal) ? null : "carpeta/" + path);
    }

    public static RecordRead Inline(string json)
    {
        using var document = JsonDocument.Parse(json);
        return InlineDatasetReader.Read(document.RootElement, Context, path => path);
    }

    public static string Merge(string json, string members)
    {
        using var one = JsonDocument.Parse(json);
        using var other = JsonDocument.Parse("{" + members + "}");
        var merged = one.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        foreach (var member in other.RootElement.EnumerateObject()) merged[member.Name] = member.Value;
        return JsonSerializer.Serialize(merged);
    }
}
