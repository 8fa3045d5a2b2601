using System.Text.Json;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Csvw;

/// <summary>One JSON object of CSVW metadata. What has the wrong kind reads as absent (§6: a warning, and the default).</summary>
internal sealed class CsvwNode(JsonElement element, string pointer, List<Finding> findings)
{
    private readonly Descriptor _at = new(element, pointer, findings);

    public List<Finding> Findings => findings;

    public JsonElement? Raw(string member) => _at.Raw(member);

    public string? String(string member) => Raw(member) is { ValueKind: JsonValueKind.String } value ? Descriptor.StringOf(value) : null;

    public bool? Flag(string member) => Raw(member) switch { { ValueKind: JsonValueKind.True } => true, { ValueKind: JsonValueKind.False } => false, _ => null };

    public string? Lexical(string member) => Raw(member) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value ? Descriptor.LexicalOf(value) : null;

    public int? Count(string member) => Raw(member) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var count) && count >= 0 ? count : null;

    /// <summary>The texts of a natural language property: one, a list, or an object of them by language (§5.1.6).</summary>
    public IReadOnlyList<string> Texts(string member) => Raw(member) is { } value ? [.. TextsOf(value)] : [];

    public CsvwNode? Object(string member) => Raw(member) is { ValueKind: JsonValueKind.Object } value ? new CsvwNode(value, _at.At(member), findings) : null;

    public IEnumerable<CsvwNode> Objects(string member)
    {
        if (Raw(member) is not { ValueKind: JsonValueKind.Array } list) yield break;
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object) yield return new CsvwNode(item, JsonPointer.Append(_at.At(member), index), findings);
            index++;
        }
    }

    public void Add(string code, Severity severity, string member, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        _at.Add(code, severity, member, spanish, english, hintSpanish, hintEnglish);

    private static IEnumerable<string> TextsOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Descriptor.StringOf(value) is { } text ? [text] : [],
        JsonValueKind.Array => value.EnumerateArray().SelectMany(TextsOf),
        JsonValueKind.Object => value.EnumerateObject().SelectMany(language => TextsOf(language.Value)),
        _ => [],
    };
}
