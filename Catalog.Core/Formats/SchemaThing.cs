using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>What the values of a property of schema.org are.</summary>
internal enum SchemaKind
{
    Text,

    /// <summary>An address where it is one, else text.</summary>
    Link,

    Date,
    Number,
    Boolean,
    Thing,
}

/// <summary>One property of a thing. A list is a JSON array even of one value.</summary>
internal sealed record SchemaMember(string Name, SchemaKind Kind, bool IsList, IReadOnlyList<LangString> Values, IReadOnlyList<SchemaThing> Things);

/// <summary>
/// A thing of schema.org with its properties in order: what both the JSON-LD inside pages and the RDF of the feed are
/// written from. Properties without anything to say are never added.
/// </summary>
/// <param name="Iri">What it is called; null: a fragment of the thing that it belongs to.</param>
/// <param name="ShowsId">Whether JSON says what it is called.</param>
internal sealed record SchemaThing(string Type, Iri? Iri = null, bool ShowsId = false)
{
    private readonly List<SchemaMember> _members = [];

    public IReadOnlyList<SchemaMember> Members => _members;

    public void Text(string name, IEnumerable<LangString> values, bool isList = false) => Add(name, SchemaKind.Text, values, isList);

    public void Text(string name, string? value) => Add(name, SchemaKind.Text, [new LangString("", value ?? "")], isList: false);

    public void Texts(string name, IEnumerable<string?> values) => Add(name, SchemaKind.Text, values.Select(v => new LangString("", v ?? "")), isList: true);

    public void Link(string name, string? value) => Add(name, SchemaKind.Link, [new LangString("", value ?? "")], isList: false);

    public void Date(string name, string? value) => Add(name, SchemaKind.Date, [new LangString("", value ?? "")], isList: false);

    public void Number(string name, double value) =>
        Add(name, SchemaKind.Number, [new LangString("", value.ToString("R", CultureInfo.InvariantCulture))], isList: false);

    public void Boolean(string name, bool value) => Add(name, SchemaKind.Boolean, [new LangString("", value ? "true" : "false")], isList: false);

    public void Thing(string name, SchemaThing thing) => _members.Add(new SchemaMember(name, SchemaKind.Thing, IsList: false, [], [thing]));

    public void Things(string name, IReadOnlyList<SchemaThing> things)
    {
        if (things.Count > 0) _members.Add(new SchemaMember(name, SchemaKind.Thing, IsList: true, [], things));
    }

    private void Add(string name, SchemaKind kind, IEnumerable<LangString> values, bool isList)
    {
        var said = values.Where(v => !string.IsNullOrWhiteSpace(v.Value)).Distinct().ToList();
        if (said.Count > 0) _members.Add(new SchemaMember(name, kind, isList, said, []));
    }
}
