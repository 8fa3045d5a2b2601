using System.Text.Json;

namespace Catalog.Core.Storage;

/// <summary>One member of a dataset that differs between two revisions. A null side is absent there.</summary>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>Longest value shown in a change, in characters; the revisions themselves keep the whole.</summary>
    private const int MaxShown = 300;

    /// <summary>
    /// Compares two stored documents member by member. Items of a list that have an id are matched by it, so that a
    /// distribution moved up is not shown as all of them changed.
    /// </summary>
    public static IReadOnlyList<FieldChange> Between(string before, string after)
    {
        using var left = JsonDocument.Parse(before);
        using var right = JsonDocument.Parse(after);
        var changes = new List<FieldChange>();
        Compare("", left.RootElement, right.RootElement, changes);
        return changes;
    }

    private static void Compare(string path, JsonElement? left, JsonElement? right, List<FieldChange> changes)
    {
        if (left is { } l && right is { } r)
        {
            if (JsonElement.DeepEquals(l, r)) return;
            if (l.ValueKind == JsonValueKind.Object && r.ValueKind == JsonValueKind.Object)
            {
                CompareMembers(path, l.EnumerateObject().ToDictionary(p => p.Name, p => p.Value), r.EnumerateObject().ToDictionary(p => p.Name, p => p.Value), changes);
                return;
            }
            if (Keyed(l) is { } keyedLeft && Keyed(r) is { } keyedRight)
            {
                var count = changes.Count;
                CompareMembers(path, keyedLeft, keyedRight, changes);
                if (changes.Count == count) changes.Add(new FieldChange(path, Order(keyedLeft), Order(keyedRight)));
                return;
            }
        }
        changes.Add(new FieldChange(path, Show(left), Show(right)));
    }

    private static void CompareMembers(string path, Dictionary<string, JsonElement> left, Dictionary<string, JsonElement> right, List<FieldChange> changes)
    {
        foreach (var key in left.Keys.Union(right.Keys))
        {
            JsonElement? l = left.TryGetValue(key, out var before) ? before : null;
            JsonElement? r = right.TryGetValue(key, out var after) ? after : null;
            Compare(path.Length == 0 ? key : $"{path}.{key}", l, r, changes);
        }
    }

    /// <summary>The items by id, when every item is an object with one of its own.</summary>
    private static Dictionary<string, JsonElement>? Keyed(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() == 0) return null;
        var keyed = new Dictionary<string, JsonElement>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object) return null;
            if (!item.TryGetProperty("id", out var id) && !item.TryGetProperty("name", out id)) return null;
            if (id.ValueKind != JsonValueKind.String || !keyed.TryAdd(id.GetString()!, item)) return null;
        }
        return keyed;
    }

    private static string Order(Dictionary<string, JsonElement> keyed) => Cut(string.Join(", ", keyed.Keys));

    private static string? Show(JsonElement? value) => value switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => Cut(text.GetString()!),
        { ValueKind: JsonValueKind.Array } list when Wordings(list) is { } wordings => Cut(string.Join("; ", wordings)),
        { } other => Cut(other.GetRawText()),
    };

    /// <summary>Language-tagged text as a person writes it, when that is what the list is.</summary>
    private static List<string>? Wordings(JsonElement list)
    {
        var wordings = new List<string>();
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String)
            {
                wordings.Add(item.GetString()!);
                continue;
            }
            if (item.ValueKind != JsonValueKind.Object || item.GetPropertyCount() != 1) return null;
            var only = item.EnumerateObject().First();
            if (only.Value.ValueKind != JsonValueKind.String) return null;
            wordings.Add(only.Name.Length == 0 ? only.Value.GetString()! : $"{only.Value.GetString()} ({only.Name})");
        }
        return wordings;
    }

    private static string Cut(string text) => text.Length <= MaxShown ? text : string.Concat(text.AsSpan(0, MaxShown), "…");
}
