namespace Catalog.Core.Rdf.JsonLd;

internal enum JsonKind
{
    Null,
    True,
    False,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A member of a JSON object.</summary>
internal readonly record struct JsonMember(string Name, JsonValue Value);

/// <summary>
/// A JSON value that knows where it stood. A tree of its own, since a name that comes twice, half of a surrogate pair
/// and an array that is too large to be held must all be borne.
/// </summary>
internal sealed class JsonValue
{
    public static readonly JsonValue Null = new(JsonKind.Null, -1);

    /// <summary>Members that are searched one by one. 8: most objects have fewer, and a table costs more than the search.</summary>
    private const int MaxSearched = 8;

    private static readonly List<JsonMember> NoMembers = [];

    private readonly List<JsonMember> _members = NoMembers;
    private Dictionary<string, int>? _index;
    private List<JsonValue>? _items;

    public JsonValue(JsonKind kind, int offset)
    {
        Kind = kind;
        Offset = offset;
        if (kind == JsonKind.Object) _members = [];
    }

    private JsonValue(JsonKind kind, int offset, string text)
        : this(kind, offset) => Text = text;

    public JsonKind Kind { get; }

    /// <summary>The byte at which it begins in the document; -1 when it is not from there.</summary>
    public int Offset { get; }

    /// <summary>The text of a string, the digits of a number as they were written.</summary>
    public string Text { get; } = "";

    /// <summary>The items of an array. Those of one that was left for later are read now, all of them.</summary>
    public List<JsonValue> Items => _items ??= Unread is { } unread ? unread.ReadAll(this) : [];

    /// <summary>Of an array that was too large to be read with the rest: what reads it.</summary>
    public JsonTree? Unread { get; init; }

    /// <summary>The byte after the end of such an array.</summary>
    public int UnreadEnd { get; init; }

    public List<JsonMember> Members => _members;

    public bool IsString => Kind == JsonKind.String;

    public bool IsObject => Kind == JsonKind.Object;

    public bool IsArray => Kind == JsonKind.Array;

    public bool IsNull => Kind == JsonKind.Null;

    public bool IsBoolean => Kind is JsonKind.True or JsonKind.False;

    public bool IsScalar => Kind is JsonKind.String or JsonKind.Number or JsonKind.True or JsonKind.False;

    public static JsonValue OfText(string text, int offset = -1) => new(JsonKind.String, offset, text);

    public static JsonValue OfNumber(string digits, int offset = -1) => new(JsonKind.Number, offset, digits);

    public JsonValue? Find(string name)
    {
        var at = IndexOf(name);
        return at < 0 ? null : _members[at].Value;
    }

    /// <summary>Adds a member; one of the same name gives way, as in every reader of JSON (RFC 8259 §4).</summary>
    public void Set(string name, JsonValue value)
    {
        var at = IndexOf(name);
        if (at >= 0)
        {
            _members[at] = new JsonMember(name, value);
            return;
        }
        _members.Add(new JsonMember(name, value));
        _index?.Add(name, _members.Count - 1);
    }

    /// <summary>The items of an array; anything else as the only item.</summary>
    public IReadOnlyList<JsonValue> AsArray() => IsArray ? Items : [this];

    /// <summary>Equal as JSON: the order of members says nothing.</summary>
    public bool SameAs(JsonValue other)
    {
        if (Kind != other.Kind || Text != other.Text || (IsArray && Items.Count != other.Items.Count) || _members.Count != other._members.Count) return false;
        for (var i = 0; IsArray && i < Items.Count; i++)
            if (!Items[i].SameAs(other.Items[i])) return false;
        foreach (var (name, value) in _members)
            if (other.Find(name) is not { } same || !value.SameAs(same)) return false;
        return true;
    }

    private int IndexOf(string name)
    {
        if (_members.Count > MaxSearched)
        {
            if (_index is null)
            {
                _index = new Dictionary<string, int>(_members.Count * 2, StringComparer.Ordinal);
                for (var i = 0; i < _members.Count; i++) _index.Add(_members[i].Name, i);
            }
            return _index.TryGetValue(name, out var at) ? at : -1;
        }
        for (var i = 0; i < _members.Count; i++)
            if (_members[i].Name == name) return i;
        return -1;
    }
}
