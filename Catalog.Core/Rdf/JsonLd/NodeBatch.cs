using System.Runtime.InteropServices;
using System.Text.Json;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// What was said since the document was last handed on, by subject: a dataset with all that belongs to it. Its objects
/// are used again for the next one.
/// </summary>
internal sealed class NodeBatch(RdfContext context)
{
    /// <summary>Names and properties kept at hand. 1,024: the vocabularies have about 200; harvested names must not fill memory.</summary>
    private const int MaxNames = 1024;

    private readonly Dictionary<Iri, WrittenProperty> _properties = [];
    private readonly Dictionary<Iri, JsonEncodedText> _names = [];
    private readonly Dictionary<string, WrittenNode> _bySubject = new(StringComparer.Ordinal);
    private readonly List<WrittenNode> _pool = [];
    private readonly List<WrittenValue> _values = [];
    private WrittenNode _node = new();
    private int _count;

    /// <summary>In the order in which they were first spoken of.</summary>
    public ReadOnlySpan<WrittenNode> Nodes => CollectionsMarshal.AsSpan(_pool)[.._count];

    public ref WrittenValue Value(int at) => ref CollectionsMarshal.AsSpan(_values)[at];

    public JsonEncodedText NameOf(Iri iri)
    {
        if (_names.TryGetValue(iri, out var known)) return known;
        var name = JsonEncodedText.Encode(context.Shorten(iri) ?? iri.Value, JsonLdWriter.Encoder);
        if (_names.Count < MaxNames) _names.Add(iri, name);
        return name;
    }

    public void Begin(Iri subject, ReadOnlySpan<Iri> types)
    {
        if (!_bySubject.TryGetValue(subject.Value, out var node))
        {
            if (_count == _pool.Count) _pool.Add(new WrittenNode());
            node = _pool[_count++].Begin(subject);
            _bySubject.Add(subject.Value, node);
        }
        else
        {
            for (var i = 0; i < node.Groups.Count; i++) (node.Groups[i].Property.Owner, node.Groups[i].Property.Group) = (node, i);
        }
        _node = node;
        foreach (var type in types) node.Types.Add(NameOf(type));
    }

    public void Add(Iri predicate, WrittenValue value)
    {
        var property = PropertyOf(predicate);
        var at = _values.Count;
        _values.Add(value);
        if (property.Owner == _node)
        {
            ref var group = ref CollectionsMarshal.AsSpan(_node.Groups)[property.Group];
            Value(group.Last).Next = at;
            group.Last = at;
            return;
        }
        property.Owner = _node;
        property.Group = _node.Groups.Count;
        _node.Groups.Add(new WrittenGroup(property, at, at));
    }

    /// <summary>
    /// Finds which links lead to nodes at hand, and which nodes nothing leads to: those that lead somewhere by a property
    /// that has a word for the other side are written from there. <paramref name="root"/> links to them from their side.
    /// </summary>
    public void Connect(WrittenNode? root)
    {
        foreach (var node in Nodes)
        {
            foreach (var group in node.Groups)
            {
                for (var at = group.First; at >= 0; at = Value(at).Next)
                {
                    ref var value = ref Value(at);
                    if (value.Kind != TermKind.Link || !_bySubject.TryGetValue(value.Text, out var target) || target.SaysNothing) continue;
                    value.Target = target;
                    if (target != node && group.Property.Reverse is null) target.IsReferred = true;
                }
            }
        }
        foreach (var node in Nodes)
            if (!node.IsReferred && node != root) FindHost(node);
        if (root is null) return;
        foreach (var group in root.Groups)
        {
            if (group.Property.Reverse is null) continue;
            for (var at = group.First; at >= 0; at = Value(at).Next)
            {
                ref var value = ref Value(at);
                if (value.Target is not { IsHosted: true } target) continue;
                value.IsSaidByTarget = true;
                target.Reversed.Add((group.Property, root.Subject));
            }
        }
    }

    /// <summary>The first node that a list of members is said of, or one that goes on.</summary>
    public WrittenNode? RootOf(Iri? members, Iri open)
    {
        if (members is not { } property) return null;
        WrittenNode? first = null;
        foreach (var node in Nodes)
        {
            foreach (var group in node.Groups)
            {
                if (group.Property.Iri != property) continue;
                if (node.Subject == open) return node;
                first ??= node;
            }
        }
        return first;
    }

    public void Clear()
    {
        _bySubject.Clear();
        _values.Clear();
        _count = 0;
        _node = new WrittenNode();
        // Their groups are of nodes that are used again.
        if (_properties.Count >= MaxNames) _properties.Clear();
        foreach (var property in _properties.Values) property.Owner = null;
    }

    private void FindHost(WrittenNode node)
    {
        foreach (var group in node.Groups)
        {
            if (group.Property.Reverse is null) continue;
            for (var at = group.First; at >= 0; at = Value(at).Next)
            {
                ref var value = ref Value(at);
                if (value.Target is not { } target || target == node) continue;
                value.IsSaidByPlace = true;
                node.IsHosted = true;
                target.Hosted.Add((group.Property, node));
                return;
            }
        }
    }

    private WrittenProperty PropertyOf(Iri iri)
    {
        if (_properties.TryGetValue(iri, out var known)) return known;
        var property = new WrittenProperty(iri, NameOf(iri), context.TermOf(iri), context.ReverseOf(iri));
        _properties.Add(iri, property);
        return property;
    }
}
