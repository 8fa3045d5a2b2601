using System.Globalization;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// One JSON object of a record, read the way people mean it: <c>null</c> and <c>""</c> are nothing, a number may stand
/// for text and text for a number, one string for a list. Every such repair is a finding; every member that nobody
/// asked for becomes an extra.
/// </summary>
internal sealed class RecordReader(JsonElement element, string pointer, string language, List<Finding> findings, Limits limits)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    public string Pointer => pointer;

    public string At(string member) => JsonPointer.Append(pointer, member);

    /// <summary>Counts members as read although they were read elsewhere.</summary>
    public void Consider(params ReadOnlySpan<string> members)
    {
        foreach (var member in members) _read.Add(member);
    }

    public JsonElement? Raw(string member)
    {
        _read.Add(member);
        return element.TryGetProperty(member, out var value) && !IsNothing(value) ? value : null;
    }

    public string? String(string member) => Raw(member) is { } value ? AsString(value, member) : null;

    public Text Text(string member)
    {
        if (Raw(member) is not { } value) return Dcat.Text.Empty;
        if (value.ValueKind != JsonValueKind.Object) return Dcat.Text.Maybe(language, AsString(value, member));
        // A language map, as JSON-LD and Frictionless drafts write it.
        return new Text
        {
            Values = value.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String && !IsNothing(p.Value))
                .Select(p => new LangString(p.Name.ToLowerInvariant(), Cut(p.Value.GetString()!.Trim(), member))).ToValueList(),
        };
    }

    public ValueList<string> Strings(string member)
    {
        if (Raw(member) is not { } value) return [];
        if (value.ValueKind == JsonValueKind.Array)
        {
            var list = new List<string>(value.GetArrayLength());
            foreach (var item in value.EnumerateArray())
                if (!IsNothing(item) && AsString(item, member) is { } text && !list.Contains(text)) list.Add(text);
            return list.ToValueList();
        }
        if (AsString(value, member) is not { } single) return [];
        Report(FindingCodes.ValueForList, Severity.Info, member, single,
            $"«{member}» es una lista y se escribió como un solo valor.", $"'{member}' is a list and was written as a single value.");
        return [single];
    }

    public DcatDate? Date(string member)
    {
        if (String(member) is not { } text) return null;
        if (DcatDate.TryParse(text, out var date)) return date;
        Report(FindingCodes.BadDate, Severity.Warning, member, text,
            $"No se entiende la fecha de «{member}»; se conserva tal cual entre los datos adicionales.",
            $"The date of '{member}' is not understood; it is kept as it is among the extras.",
            "Escriba AAAA-MM-DD.", "Write YYYY-MM-DD.");
        _read.Remove(member);
        return null;
    }

    public long? Integer(string member)
    {
        if (Raw(member) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)) return number >= 0 ? number : null;
        if (AsString(value, member) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) && parsed is >= 0 and < long.MaxValue)
        {
            Report(FindingCodes.KindMended, Severity.Info, member, text,
                $"«{member}» es un número y se escribió de otro modo; se leyó {(long)parsed}.", $"'{member}' is a number and was written otherwise; it was read as {(long)parsed}.");
            return (long)parsed;
        }
        _read.Remove(member);
        return null;
    }

    /// <summary>An address, mended where that is safe; a value that is no address stays among the extras.</summary>
    public string? Url(string member)
    {
        if (String(member) is not { } text) return null;
        if (!WebAddress.TryMend(text, out var address))
        {
            Report(FindingCodes.NotUnderstood, Severity.Warning, member, text,
                $"«{member}» no es una dirección web; se conserva entre los datos adicionales.", $"'{member}' is not a web address; it is kept among the extras.",
                "Debe empezar con http:// o https://.", "It must begin with http:// or https://.");
            _read.Remove(member);
            return null;
        }
        if (address != text)
            Report(FindingCodes.UrlMended, Severity.Warning, member, text,
                $"La dirección de «{member}» tiene caracteres que no van en una dirección; se usa {address}",
                $"The address of '{member}' has characters that addresses cannot have; {address} is used",
                "Escriba la dirección codificada: un espacio es %20.", "Write the address encoded: a blank is %20.");
        return address;
    }

    public RecordReader? Child(string member) =>
        Raw(member) is { ValueKind: JsonValueKind.Object } child ? new RecordReader(child, At(member), language, findings, limits) : null;

    /// <summary>The objects of a list; a single object counts as a list of one.</summary>
    public IEnumerable<RecordReader> Children(string member)
    {
        if (Raw(member) is not { } value) yield break;
        if (value.ValueKind == JsonValueKind.Object)
        {
            Report(FindingCodes.ValueForList, Severity.Info, member, null,
                $"«{member}» es una lista y se escribió como un solo objeto.", $"'{member}' is a list and was written as a single object.");
            yield return new RecordReader(value, At(member), language, findings, limits);
        }
        if (value.ValueKind != JsonValueKind.Array) yield break;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object) yield return new RecordReader(item, JsonPointer.Append(At(member), index), language, findings, limits);
            index++;
        }
    }

    /// <summary>Everything that was not read, as it was written.</summary>
    public ValueList<Extra> Rest() =>
        element.EnumerateObject().Where(p => !_read.Contains(p.Name) && !IsNothing(p.Value)).Select(p => new Extra(p.Name, p.Value.GetRawText())).ToValueList();

    public void Report(string code, Severity severity, string member, string? value, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        findings.Add(FindingMessages.Make(code, severity, member.Length == 0 ? pointer : At(member), value, spanish, english, hintSpanish, hintEnglish));

    private string? AsString(JsonElement value, string member)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                var text = value.GetString()!.Trim();
                return text.Length == 0 ? null : Cut(text, member);
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            default:
                // An object or list where text is meant: not guessed at, kept whole.
                _read.Remove(member);
                return null;
        }
    }

    private string Cut(string text, string member)
    {
        if (text.Length <= limits.MaxTextLength) return text;
        Report(FindingCodes.TextCut, Severity.Warning, member, null,
            $"«{member}» tiene {text.Length} caracteres; se muestran {limits.MaxTextLength}.", $"'{member}' has {text.Length} characters; {limits.MaxTextLength} are shown.");
        var length = char.IsHighSurrogate(text[limits.MaxTextLength - 1]) ? limits.MaxTextLength - 1 : limits.MaxTextLength;
        return text[..length];
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.ValueEquals(""u8),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
