using System.Text.Json;

namespace Catalog.Core.Formats;

/// <summary>One value of a property of a record: a literal, or a node with or without an IRI.</summary>
internal sealed class LinkedValue(LinkedNode owner, string member, string pointer, JsonElement element)
{
    private LinkedNode? _opened;

    public LinkedNode Owner => owner;

    public string Member => member;

    public string Pointer => pointer;

    public JsonElement Element => element;

    public bool IsNode => element.ValueKind == JsonValueKind.Object && !element.TryGetProperty("@value", out _);

    /// <summary>The IRI of a node; null for a literal and for a node without a name.</summary>
    public string? Iri => IsNode && Member1("@id") is { } id && !id.StartsWith("_:", StringComparison.Ordinal) ? id : null;

    /// <summary>The text of a literal, trimmed; null when it says nothing.</summary>
    public string? Literal
    {
        get
        {
            if (IsNode) return null;
            var value = element.ValueKind == JsonValueKind.Object ? element.GetProperty("@value") : element;
            var text = value.ValueKind switch
            {
                JsonValueKind.String => value.GetString()!.Trim(),
                JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
                _ => "",
            };
            return text.Length == 0 ? null : text;
        }
    }

    /// <summary>The language of a literal, or null.</summary>
    public string? Language => IsNode ? null : Member1("@language");

    /// <summary>The datatype of a literal by its short name, or null.</summary>
    public string? Datatype => IsNode ? null : Member1("@type");

    /// <summary>The IRI, or the text of a literal.</summary>
    public string? IriOrLiteral => Iri ?? Literal;

    /// <summary>Whether anything is said of the node beyond its IRI and its class.</summary>
    public bool IsDescribed => IsNode && element.EnumerateObject().Any(m => m.Name is not ("@id" or "@type"));

    /// <summary>The node of the value; what nobody asks of it becomes an extra of its owner, "member.inner".</summary>
    public LinkedNode Node
    {
        get
        {
            if (_opened is not null) return _opened;
            _opened = Detached();
            owner.Opened(member, _opened);
            return _opened;
        }
    }

    /// <summary>The node of the value; what nobody asks of it is the caller's to keep.</summary>
    public LinkedNode Detached() => new(element, pointer, owner.Reading);

    /// <summary>A value that could not be understood: it goes among the extras as it is.</summary>
    public void Keep() => owner.Keep(this);

    private string? Member1(string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
