using System.Text.Json;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>Where the resources of a data package lie, as the package says.</summary>
public static class PackagePaths
{
    /// <summary>The path of the resource of that name; null when the document is no package, or has no such resource in one file.</summary>
    public static string? Of(string package, string resource, Limits limits)
    {
        if (new FileInfo(package) is { Exists: true } file && file.Length > limits.MaxRecordBytes) return null;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(package), new JsonDocumentOptions { MaxDepth = limits.MaxJsonDepth });
            if (document.RootElement.ValueKind != JsonValueKind.Object || !document.RootElement.TryGetProperty("resources", out var resources) || resources.ValueKind != JsonValueKind.Array) return null;
            foreach (var one in resources.EnumerateArray())
                if (Text(one, "name") == resource) return Text(one, "path");
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement of, string member) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? Descriptor.StringOf(value) : null;
}
