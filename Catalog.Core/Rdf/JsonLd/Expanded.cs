namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// An object of the expanded form (JSON-LD 1.1 §1.8): a node, a value, a list, or a set on its way to be dissolved.
/// The keywords have places of their own; what is absent is null unless a flag says otherwise.
/// </summary>
internal sealed class Expanded
{
    private static readonly ExpandedProperties None = new();

    private ExpandedProperties? _properties;
    private ExpandedProperties? _reverse;

    /// <summary>Where it stood, for what is found out about it later.</summary>
    public JsonValue? At { get; init; }

    public bool HasId { get; private set; }

    public string? Id { get; private set; }

    /// <summary>What stands for a node that has no id, once it was needed.</summary>
    public RdfNode? Blank { get; set; }

    public bool HasTypes => Types.Count > 0 || TypesAreArray;

    /// <summary>The types of a node, or the datatype of a value.</summary>
    public List<string> Types { get; } = [];

    public bool TypesAreArray { get; set; }

    public JsonValue? Value { get; set; }

    public string? Language { get; set; }

    public string? Direction { get; set; }

    public string? Index { get; set; }

    public List<Expanded>? List { get; set; }

    public List<Expanded>? Set { get; set; }

    public List<Expanded>? Graph { get; set; }

    public List<Expanded>? Included { get; set; }

    public List<ExpandedProperty> Properties => (_properties ?? None).All;

    public List<ExpandedProperty> Reverse => (_reverse ?? None).All;

    public bool IsValue => Value is not null;

    public bool IsList => List is not null;

    /// <summary>JSON-LD 1.1 §9.5: only @graph, with or without @id and @index.</summary>
    public bool IsGraph => Graph is not null && !HasTypes && Included is null && HasNoProperties;

    public bool IsNode => Value is null && List is null && Set is null;

    public bool IsEmpty => !HasId && Language is null && SaysNothingElse;

    public bool HasOnlyId => HasId && Language is null && SaysNothingElse;

    public bool HasOnlyLanguage => Language is not null && !HasId && SaysNothingElse;

    public void SetId(string? id)
    {
        HasId = true;
        Id = id;
    }

    private bool HasNoProperties => _properties is null && _reverse is null;

    private bool SaysNothingElse => !HasTypes && Index is null && Direction is null && Graph is null && Included is null && HasNoProperties && IsNode;

    public List<Expanded> ValuesOf(string property) => (_properties ??= new ExpandedProperties()).ValuesOf(property);

    public List<Expanded> ReverseOf(string property) => (_reverse ??= new ExpandedProperties()).ValuesOf(property);
}
