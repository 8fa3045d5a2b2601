using System.Text.Json;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// Writes nodes as trees: each where it is first referred to, and by its IRI from then on. A property stands under its
/// term when all its values are of the term's kind, else under its full name with the values spelled out.
/// </summary>
internal sealed class NodeWriter(Utf8JsonWriter json, NodeBatch batch)
{
    /// <summary>Nodes within each other. 12: with arrays some 30 levels of JSON, half of what readers allow; deeper ones stand at the top.</summary>
    private const int MaxDepth = 12;

    /// <summary>Values of a language map that are compared one by one.</summary>
    private const int MaxCompared = 32;

    private static readonly JsonEncodedText Id = JsonEncodedText.Encode("@id");
    private static readonly JsonEncodedText Type = JsonEncodedText.Encode("@type");
    private static readonly JsonEncodedText Language = JsonEncodedText.Encode("@language");
    private static readonly JsonEncodedText ValueName = JsonEncodedText.Encode("@value");

    private readonly List<int> _rest = [];

    /// <summary>The beginning of an object: id, types, and all but the members.</summary>
    public void WriteOpen(WrittenNode node, Iri? members, int depth, bool isHosted = false)
    {
        node.IsWritten = true;
        json.WriteStartObject();
        json.WriteString(Id, node.Subject.Value);
        if (node.Types.Count > 0)
        {
            json.WritePropertyName(Type);
            if (node.Types.Count > 1) json.WriteStartArray();
            foreach (var type in node.Types) json.WriteStringValue(type);
            if (node.Types.Count > 1) json.WriteEndArray();
        }
        foreach (var group in node.Groups)
            if (group.Property.Iri != members) WriteProperty(group, depth, isHosted);
        WriteReverse(node, depth);
    }

    /// <summary>A value where a term of links stands, or any other.</summary>
    public void WriteLink(ref WrittenValue value, int depth)
    {
        if (value.Kind != TermKind.Link) WriteSpelledOut(ref value, depth, always: true);
        else if (value.Target is { IsWritten: false } target && depth < MaxDepth) WriteNested(target, depth + 1, false);
        else json.WriteStringValue(value.Text);
    }

    private void WriteNested(WrittenNode node, int depth, bool isHosted)
    {
        WriteOpen(node, null, depth, isHosted);
        json.WriteEndObject();
    }

    private void WriteProperty(WrittenGroup group, int depth, bool isHosted)
    {
        var count = 0;
        var term = group.Property.Term;
        var fits = term is not null;
        for (var at = group.First; at >= 0; at = batch.Value(at).Next)
        {
            ref var value = ref batch.Value(at);
            if (IsSaidElsewhere(ref value, isHosted)) continue;
            count++;
            fits = fits && value.Kind == term!.Kind && (value.Kind != TermKind.Typed || value.DatatypeIri == term.Datatype);
        }
        if (count == 0) return;
        json.WritePropertyName(fits ? group.Property.TermName : group.Property.Name);
        if (fits && term!.Kind == TermKind.LanguageMap)
        {
            WriteLanguages(group, count);
            return;
        }
        if (count > 1) json.WriteStartArray();
        for (var at = group.First; at >= 0; at = batch.Value(at).Next)
        {
            ref var value = ref batch.Value(at);
            if (IsSaidElsewhere(ref value, isHosted)) continue;
            if (!fits) WriteSpelledOut(ref value, depth, always: false);
            else if (term!.Kind == TermKind.Link) WriteLink(ref value, depth);
            else json.WriteStringValue(value.Text);
        }
        if (count > 1) json.WriteEndArray();
    }

    private static bool IsSaidElsewhere(ref WrittenValue value, bool isHosted) => value.IsSaidByTarget || (isHosted && value.IsSaidByPlace);

    private void WriteLanguages(WrittenGroup group, int count)
    {
        json.WriteStartObject();
        if (count == 1)
        {
            ref var value = ref batch.Value(group.First);
            json.WriteString(value.Language!, value.Text);
        }
        else
        {
            _rest.Clear();
            for (var at = group.First; at >= 0; at = batch.Value(at).Next) _rest.Add(at);
            if (count > MaxCompared) WriteManyLanguages();
            else WriteFewLanguages();
        }
        json.WriteEndObject();
    }

    private void WriteFewLanguages()
    {
        for (var i = 0; i < _rest.Count; i++)
        {
            if (_rest[i] < 0) continue;
            var language = batch.Value(_rest[i]).Language!;
            var count = 0;
            for (var j = i; j < _rest.Count; j++)
                if (_rest[j] >= 0 && batch.Value(_rest[j]).Language == language) count++;
            json.WritePropertyName(language);
            if (count > 1) json.WriteStartArray();
            for (var j = i; j < _rest.Count; j++)
            {
                if (_rest[j] < 0 || batch.Value(_rest[j]).Language != language) continue;
                json.WriteStringValue(batch.Value(_rest[j]).Text);
                _rest[j] = -1;
            }
            if (count > 1) json.WriteEndArray();
        }
    }

    private void WriteManyLanguages()
    {
        foreach (var language in _rest.GroupBy(at => batch.Value(at).Language!))
        {
            json.WriteStartArray(language.Key);
            foreach (var at in language) json.WriteStringValue(batch.Value(at).Text);
            json.WriteEndArray();
        }
    }

    private void WriteSpelledOut(ref WrittenValue value, int depth, bool always)
    {
        if (value.Kind == TermKind.Plain && !always)
        {
            json.WriteStringValue(value.Text);
            return;
        }
        if (value.Kind == TermKind.Link && value.Target is { IsWritten: false } target && depth < MaxDepth)
        {
            WriteNested(target, depth + 1, false);
            return;
        }
        json.WriteStartObject();
        if (value.Kind == TermKind.Link)
        {
            json.WriteString(Id, value.Text);
        }
        else
        {
            if (value.Kind == TermKind.Typed) json.WriteString(Type, value.Datatype);
            else if (value.Kind == TermKind.LanguageMap) json.WriteString(Language, value.Language);
            json.WriteString(ValueName, value.Text);
        }
        json.WriteEndObject();
    }

    /// <summary>What leads to this node and is said from here: roots by name, hosted nodes in full.</summary>
    private void WriteReverse(WrittenNode node, int depth)
    {
        if (node.Reversed.Count == 0 && node.Hosted.Count == 0) return;
        foreach (var property in node.Reversed.Select(r => r.Property).Concat(node.Hosted.Select(h => h.Property)).Distinct())
        {
            var roots = node.Reversed.Where(r => r.Property == property).Select(r => r.From).Distinct().ToList();
            var hosted = depth >= MaxDepth ? [] : node.Hosted.Where(h => h.Property == property && !h.Node.IsWritten).Select(h => h.Node).ToList();
            var count = roots.Count + hosted.Count;
            if (count == 0) continue;
            json.WritePropertyName(property.Reverse!.Name);
            if (count > 1) json.WriteStartArray();
            foreach (var root in roots) json.WriteStringValue(root.Value);
            foreach (var inner in hosted)
            {
                // One that was written meanwhile, farther in, has said it there.
                if (!inner.IsWritten) WriteNested(inner, depth + 1, true);
                else json.WriteStringValue(inner.Subject.Value);
            }
            if (count > 1) json.WriteEndArray();
        }
    }
}
