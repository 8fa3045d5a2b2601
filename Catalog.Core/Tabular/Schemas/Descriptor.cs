using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Schemas;

/// <summary>One JSON object of a descriptor; what has the wrong kind is a finding and reads as absent.</summary>
internal sealed class Descriptor(JsonElement element, string pointer, List<Finding> findings)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Pointer => pointer;

    public List<Finding> Findings => findings;

    public string At(string member) => JsonPointer.Append(pointer, member);

    public JsonElement? Raw(string member)
    {
        _read.Add(member);
        return element.TryGetProperty(member, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    public string? String(string member)
    {
        if (Raw(member) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.String) return StringOf(value);
        Wrong(member, "un texto", "text");
        return null;
    }

    /// <summary>A scalar as a cell would write it: "5", "2020-01-01", "true".</summary>
    public string? Lexical(string member) => Raw(member) is { } value ? LexicalOf(value) : null;

    public bool? Boolean(string member)
    {
        switch (Raw(member))
        {
            case null:
                return null;
            case { ValueKind: JsonValueKind.True or JsonValueKind.False } value:
                return value.GetBoolean();
            default:
                Wrong(member, "true o false", "true or false");
                return null;
        }
    }

    public int? Count(string member)
    {
        if (Raw(member) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) && count >= 0) return count;
        Wrong(member, "un número entero", "a whole number");
        return null;
    }

    public char? Character(string member)
    {
        if (String(member) is not { } text) return null;
        if (text.Length == 1) return text[0];
        if (text.Length > 1) Wrong(member, "un solo carácter", "one character");
        return null;
    }

    /// <summary>A list of words, each as a cell would write it.</summary>
    public ValueList<string>? Words(string member)
    {
        if (Raw(member) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Array) return value.EnumerateArray().Select(LexicalOf).ToValueList();
        Wrong(member, "una lista", "a list");
        return null;
    }

    public Text Text(string member) => Dcat.Text.Maybe("", String(member));

    /// <summary>Members that nobody asked for.</summary>
    public ValueList<Extra> Rest() =>
        element.EnumerateObject().Where(member => NameOf(member) is { } name && !_read.Contains(name))
            .Select(member => new Extra(NameOf(member)!, member.Value.GetRawText())).ToValueList();

    public void Wrong(string member, string spanish, string english) =>
        Add(TableFindingCodes.SchemaBadValue, Severity.Error, member, $"«{member}» debe ser {spanish}.", $"'{member}' must be {english}.");

    public void Add(string code, Severity severity, string member, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        findings.Add(FindingMessages.Make(code, severity, member.Length == 0 ? pointer : At(member),
            member.Length > 0 && element.TryGetProperty(member, out var value) ? LexicalOf(value) : null, spanish, english, hintSpanish, hintEnglish));

    public static string LexicalOf(JsonElement value) => value.ValueKind == JsonValueKind.String ? StringOf(value) ?? "" : value.GetRawText();

    /// <summary>Null for an escape of half a surrogate pair, which stands for no character.</summary>
    public static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
