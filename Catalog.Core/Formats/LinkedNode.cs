using System.Text.Json;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// A node of a record of linked data. Whatever nobody asks of it becomes an extra, so that nothing that a source says is
/// lost: under the short name of its property, as the record has it.
/// </summary>
internal sealed class LinkedNode(JsonElement element, string pointer, LinkedReading reading)
{
    private const string ExtraNamespace = "/ns/extra#";
    private const string KeptNamespace = "/ns/kept#";

    private readonly HashSet<string> _read = ["@id", "@type", "@reverse", "@context"];
    private readonly List<(string Member, LinkedNode Child)> _opened = [];
    private readonly List<LinkedValue> _kept = [];

    public LinkedReading Reading => reading;

    public string Pointer => pointer;

    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>The IRI of the node; null for one without a name.</summary>
    public string? Iri => IsObject && element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } iri && !iri.StartsWith("_:", StringComparison.Ordinal) ? iri : null;

    public bool Has(string property) => IsObject && reading.MemberOf(property) is { } member && element.TryGetProperty(member, out _);

    /// <summary>The classes of the node, by short name.</summary>
    public IEnumerable<string> Types => Items("@type").Where(i => i.Element.ValueKind == JsonValueKind.String).Select(i => i.Element.GetString()!);

    public bool Is(string type) => Types.Any(t => t == type || (reading.IsBare && type.EndsWith(':' + t, StringComparison.Ordinal)));

    /// <summary>All values of the first properties, then those of the next: different names for the same thing.</summary>
    public List<LinkedValue> All(params ReadOnlySpan<string> properties)
    {
        var values = new List<LinkedValue>();
        foreach (var property in properties)
            if (reading.MemberOf(property) is { } member && _read.Add(member))
                foreach (var (value, at) in Items(member))
                    if (value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined)) values.Add(new LinkedValue(this, member, at, value));
        return values;
    }

    /// <summary>
    /// The first value that is understood, where the model holds one; further ones are kept among the extras and
    /// reported, what is not understood is kept.
    /// </summary>
    public T? First<T>(Func<LinkedValue, T?> understand, params ReadOnlySpan<string> properties)
    {
        T? first = default;
        var found = false;
        foreach (var value in All(properties))
        {
            if (found)
            {
                reading.Report(FindingCodes.SeveralValues, Severity.Info, value.Pointer, value.IriOrLiteral,
                    $"«{value.Member}» tiene varios valores; vale el primero y los demás se conservan entre los datos adicionales.",
                    $"'{value.Member}' has several values; the first counts and the others are kept among the extras.");
                value.Keep();
            }
            else if (understand(value) is { } understood)
            {
                first = understood;
                found = true;
            }
            else if (value.IriOrLiteral is not null || value.IsDescribed) value.Keep();
        }
        return first;
    }

    /// <summary>What our own feed says beside a code, in the words of the record it was made from.</summary>
    public IReadOnlyList<LinkedValue> Kept(string key) =>
        !reading.IsBare && IsObject && element.EnumerateObject().Select(m => m.Name).FirstOrDefault(name => name.EndsWith(KeptNamespace + key, StringComparison.Ordinal)) is { } member ? All(member) : [];

    /// <summary>Values of a property that points at this node.</summary>
    public IEnumerable<LinkedValue> Reverse(string property) =>
        IsObject && element.TryGetProperty("@reverse", out var reverse) && reverse.ValueKind == JsonValueKind.Object
            ? new LinkedNode(reverse, JsonPointer.Append(pointer, "@reverse"), reading).All(property) : [];

    /// <summary>Counts properties as read although their values are known from elsewhere.</summary>
    public void Consider(params ReadOnlySpan<string> properties)
    {
        foreach (var property in properties)
            if (reading.MemberOf(property) is { } member) _read.Add(member);
    }

    /// <summary>Counts a member as read, by the very name it has.</summary>
    public void Considered(string member) => _read.Add(member);

    public void Opened(string member, LinkedNode child) => _opened.Add((member, child));

    public void Keep(LinkedValue value) => _kept.Add(value);

    /// <summary>Everything that was not understood, as it was written.</summary>
    public ValueList<Extra> Rest()
    {
        if (!IsObject) return [];
        var rest = new List<Extra>();
        foreach (var member in element.EnumerateObject())
        {
            if (_read.Contains(member.Name)) continue;
            if (ExtraKey(member.Name) is not { } key) rest.Add(new Extra(member.Name, member.Value.GetRawText()));
            else foreach (var (value, _) in Items(member.Name)) rest.Add(new Extra(key, ExtraValue(value)));
        }
        foreach (var kept in _kept.GroupBy(k => k.Member, StringComparer.Ordinal))
            rest.Add(new Extra(kept.Key, kept.Count() == 1 ? kept.First().Element.GetRawText() : $"[{string.Join(',', kept.Select(k => k.Element.GetRawText()))}]"));
        foreach (var (member, child) in _opened) rest.AddRange(child.Rest().Select(extra => extra with { Key = $"{member}.{extra.Key}" }));
        return rest.ToValueList();
    }

    /// <summary>The key of a property that a catalog like ours made for what it had no term for.</summary>
    private static string? ExtraKey(string member)
    {
        var at = member.IndexOf(ExtraNamespace, StringComparison.Ordinal);
        return at < 0 ? null : System.Xml.XmlConvert.DecodeName(Uri.UnescapeDataString(member[(at + ExtraNamespace.Length)..]));
    }

    /// <summary>JSON that was written as a literal of rdf:JSON is JSON again.</summary>
    private static string ExtraValue(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object && value.TryGetProperty("@type", out var type) && type.ValueEquals("rdf:JSON") && value.TryGetProperty("@value", out var json)
            && json.ValueKind == JsonValueKind.String && ExtraJson.TryParse(json.GetString()!) is { } parsed ? Raw(parsed) : value.GetRawText();

    private static string Raw(JsonDocument document)
    {
        using (document) return document.RootElement.GetRawText();
    }

    private IEnumerable<(JsonElement Element, string Pointer)> Items(string member)
    {
        if (!IsObject || !element.TryGetProperty(member, out var value)) yield break;
        var at = JsonPointer.Append(pointer, member);
        if (value.ValueKind != JsonValueKind.Array)
        {
            yield return (value, at);
            yield break;
        }
        var index = 0;
        foreach (var item in value.EnumerateArray()) yield return (item, JsonPointer.Append(at, index++));
    }
}
