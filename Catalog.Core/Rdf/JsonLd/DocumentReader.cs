namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// Goes through a document from the top. Its items are expanded and handed on one by one, and so are the values of a
/// member that is a large array: a catalog and its datasets are never in memory together.
/// </summary>
internal sealed class DocumentReader(ContextProcessor contexts, Expander expander, QuadEmitter emitter, JsonLdReport report)
{
    public void Read(ActiveContext active, JsonValue root)
    {
        if (root.IsArray) ForEach(root, item => Read(active, item));
        else if (root.IsObject) Try(() => ReadObject(active, root));
    }

    private void ReadObject(ActiveContext active, JsonValue item)
    {
        if (!item.Members.Any(m => m.Value.Unread is not null))
        {
            foreach (var expanded in expander.Expand(active, null, item).ToList())
                EmitItem(expanded);
            return;
        }
        var frame = expander.Open(active, null, item, false);
        var large = item.Members.Where(m => m.Value.Unread is not null && IsPlain(frame.Active, m.Name)).ToList();
        var rest = new JsonValue(JsonKind.Object, item.Offset);
        foreach (var (name, value) in item.Members)
            if (!large.Exists(m => m.Name == name)) rest.Set(name, value);
        var node = new Expanded { At = item };
        expander.ExpandMembers(frame, null, rest, node);
        if (!node.IsNode) throw new JsonLdFault(JsonLdCodes.InvalidValueObject, "A value, a list or a set has no other members.", item);
        var isGraphAlone = node.IsEmpty;
        var subject = emitter.Emit(node, default);
        foreach (var (name, values) in large)
        {
            report.Enter(name);
            if (contexts.ExpandIri(frame.Active, name, vocab: true) is not { } iri)
            {
                // Nothing stands for it, and nothing is said.
            }
            else if (iri == "@graph")
            {
                var target = isGraphAlone ? default : emitter.GraphOf(subject);
                ForEach(values, value => Graph(frame.Active, value, target));
            }
            else
            {
                var predicate = emitter.PredicateOf(iri, values);
                ForEach(values, value => Values(frame.Active, name, value, subject, predicate));
            }
            report.Leave();
        }
    }

    /// <summary>Whether each value of a member can be read by itself.</summary>
    private bool IsPlain(ActiveContext active, string name)
    {
        var iri = contexts.ExpandIri(active, name, vocab: true);
        if (iri == "@graph") return true;
        if (iri is null || Keywords.Contains(iri)) return false;
        return active.Find(name) is not { } term || (!term.IsReverse && term.Type != "@json" && (term.Containers & ~Containers.Set) == 0);
    }

    private void EmitItem(Expanded item)
    {
        // JSON-LD 1.1 API §5.1.2: an object that is nothing but a graph is the default graph.
        if (item is { Graph: { } graph, HasId: false, Index: null, IsGraph: true })
            foreach (var inner in graph) emitter.EmitTop(inner, default);
        else
            emitter.EmitTop(item, default);
    }

    private void Graph(ActiveContext active, JsonValue value, QuadEmitter.Target target)
    {
        foreach (var item in expander.Expand(active, "@graph", value).ToList()) emitter.EmitTop(item, target);
    }

    private void Values(ActiveContext active, string name, JsonValue value, RdfNode? subject, RdfNode? predicate)
    {
        foreach (var item in expander.Expand(active, name, value).ToList()) emitter.EmitValue(subject, predicate, item, default);
    }

    private void ForEach(JsonValue array, Action<JsonValue> read)
    {
        var depth = report.Depth;
        var index = 0;
        if (array.Unread is { } unread) unread.ForEachItem(array, ReadItem);
        else array.Items.ForEach(ReadItem);

        void ReadItem(JsonValue item)
        {
            report.Enter(index++);
            Try(() => read(item));
            report.Return(depth);
        }
    }

    private void Try(Action read)
    {
        var depth = report.Depth;
        try
        {
            read();
        }
        catch (JsonLdFault fault) when (report.PassesOver(fault))
        {
            report.Skip(fault);
            report.Return(depth);
        }
    }
}
