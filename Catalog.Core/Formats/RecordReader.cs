using System.Globalization;
using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;
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
    private readonly List<(string Member, RecordReader Child)> _children = [];
    private readonly List<Extra> _left = [];

    public string Pointer => pointer;

    public string At(string member) => JsonPointer.Append(pointer, member);

    /// <summary>Counts members as read although they were read elsewhere.</summary>
    public void Consider(params ReadOnlySpan<string> members)
    {
        foreach (var member in members) _read.Add(member);
    }

    /// <summary>A member that was looked at and not understood: it goes among the extras after all.</summary>
    public void Keep(string member) => _read.Remove(member);

    /// <summary>Keeps what nobody asked of an object that is an item of a list.</summary>
    public void KeepRest(string member, RecordReader child) =>
        _left.AddRange(child.Rest().Select(extra => extra with { Key = $"{member}.{extra.Key}" }));

    /// <summary>Keeps the whole of an object that was looked into in vain.</summary>
    public void Keep(string member, RecordReader child) => _left.Add(new Extra(member, child.RawJson));

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
        // A language map, as JSON-LD and Frictionless drafts write it. An object with anything else in it is none.
        if (value.EnumerateObject().Any(p => p.Value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null) || LanguageTag.Clean(p.Name) is null))
        {
            Keep(member);
            return Dcat.Text.Empty;
        }
        return new Text
        {
            Values = value.EnumerateObject().Where(p => p.Value.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(p.Value.GetString()))
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
        Keep(member);
        return null;
    }

    /// <summary>A whole number of something, so not negative; one with a fraction is not understood ("1.234" may be a thousand).</summary>
    public long? Integer(string member)
    {
        if (Raw(member) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number >= 0) return number;
        if (AsString(value, member) is { } text && Whole(text) is { } whole)
        {
            Report(FindingCodes.KindMended, Severity.Info, member, text,
                $"«{member}» es un número y se escribió de otro modo; se leyó {whole}.", $"'{member}' is a number and was written otherwise; it was read as {whole}.");
            return whole;
        }
        Keep(member);
        return null;
    }

    /// <summary>One e-mail address, with or without mailto:; a value that is none stays among the extras.</summary>
    public string? Email(string member)
    {
        if (String(member) is not { } text) return null;
        var address = (text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text[7..] : text).Trim();
        if (EmailAddress.IsValid(address)) return address;
        Report(FindingCodes.BadEmail, Severity.Warning, member, text,
            $"«{member}» no es una dirección de correo; se conserva entre los datos adicionales.", $"'{member}' is not an e-mail address; it is kept among the extras.",
            "Escriba una sola dirección.", "Write one address.");
        Keep(member);
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
            Keep(member);
            return null;
        }
        if (address != text)
            Report(FindingCodes.UrlMended, Severity.Warning, member, text,
                $"La dirección de «{member}» tiene caracteres que no van en una dirección; se usa {address}",
                $"The address of '{member}' has characters that addresses cannot have; {address} is used",
                "Escriba la dirección codificada: un espacio es %20.", "Write the address encoded: a blank is %20.");
        return address;
    }

    /// <summary>The object of a member; what nobody asks of it becomes an extra of this record, "member.inner".</summary>
    public RecordReader? Child(string member)
    {
        if (Raw(member) is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            Keep(member);
            return null;
        }
        var child = new RecordReader(value, At(member), language, findings, limits);
        _children.Add((member, child));
        return child;
    }

    /// <summary>
    /// The objects of a list; a single object counts as a list of one. What is no object is an extra; the objects' own
    /// rest is the caller's to keep.
    /// </summary>
    public IEnumerable<RecordReader> Children(string member)
    {
        if (Raw(member) is not { } value) yield break;
        if (value.ValueKind == JsonValueKind.Object)
        {
            Report(FindingCodes.ValueForList, Severity.Info, member, null,
                $"«{member}» es una lista y se escribió como un solo objeto.", $"'{member}' is a list and was written as a single object.");
            yield return new RecordReader(value, At(member), language, findings, limits);
        }
        else if (value.ValueKind != JsonValueKind.Array) Keep(member);
        if (value.ValueKind != JsonValueKind.Array) yield break;
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object) yield return new RecordReader(item, JsonPointer.Append(At(member), index), language, findings, limits);
            else if (!IsNothing(item)) _left.Add(new Extra(member, item.GetRawText()));
            index++;
        }
    }

    /// <summary>Everything that was not read, as it was written.</summary>
    public ValueList<Extra> Rest()
    {
        var rest = element.EnumerateObject().Where(p => !_read.Contains(p.Name) && !IsNothing(p.Value)).Select(p => new Extra(p.Name, p.Value.GetRawText())).ToList();
        foreach (var (member, child) in _children)
            if (_read.Contains(member)) rest.AddRange(child.Rest().Select(extra => extra with { Key = $"{member}.{extra.Key}" }));
        rest.AddRange(_left);
        return rest.ToValueList();
    }

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
                Keep(member);
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

    private string RawJson => element.GetRawText();

    private static long? Whole(string text)
    {
        // "1024.0", as spreadsheets write it. Any other fraction is none of ours to round, and 1.000 may be a thousand.
        var digits = text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;
        return long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? whole : null;
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => value.ValueEquals(""u8),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        _ => false,
    };
}
