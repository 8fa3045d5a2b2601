namespace Catalog.Core.Rdf.JsonLd;

/// <content>Values, and the maps that hold them by language, index, id or type (step 13.7 and 13.8, §5.3.2).</content>
internal sealed partial class Expander
{
    private Expanded ExpandValue(ActiveContext active, string property, JsonValue value)
    {
        var term = active.Find(property);
        if (term?.Type is "@id" or "@vocab" && value.IsString)
        {
            var reference = new Expanded { At = value };
            reference.SetId(contexts.ExpandIri(active, value.Text, documentRelative: true, vocab: term.Type == "@vocab"));
            return reference;
        }
        var result = new Expanded { Value = value, At = value };
        if (term?.Type is { } type and not ("@id" or "@vocab" or "@none"))
        {
            result.Types.Add(type);
        }
        else if (value.IsString)
        {
            result.Language = term is { HasLanguage: true } ? term.Language : active.Language;
            result.Direction = term is { HasDirection: true } ? term.Direction : active.Direction;
        }
        return result;
    }

    private List<Expanded> ExpandLanguageMap(ActiveContext active, TermDefinition term, JsonValue map)
    {
        var result = new List<Expanded>();
        var direction = term.HasDirection ? term.Direction : active.Direction;
        foreach (var (language, values) in map.Members)
        {
            var isNone = language == "@none" || contexts.ExpandIri(active, language, vocab: true) == "@none";
            foreach (var value in values.AsArray())
            {
                if (value.IsNull) continue;
                if (!value.IsString) throw new JsonLdFault(JsonLdCodes.InvalidLanguageMapValue, "The values of a language map are strings.", value);
                result.Add(new Expanded { Value = value, Language = isNone ? null : language, Direction = direction, At = value });
            }
        }
        return result;
    }

    private List<Expanded> ExpandIndexMap(ActiveContext active, string property, TermDefinition term, JsonValue map)
    {
        var result = new List<Expanded>();
        var depth = report.Depth;
        foreach (var (index, value) in map.Members)
        {
            report.Enter(index);
            var inside = active;
            if (term.Has(Containers.Id | Containers.Type)) inside = active.Previous ?? active;
            if (term.Has(Containers.Type) && inside.Find(index) is { Context: not null } scoped) inside = contexts.ProcessScoped(inside, scoped, false, false);
            var expandedIndex = contexts.ExpandIri(active, index, vocab: true);
            foreach (var found in ExpandItems(inside, property, value.AsArray(), fromMap: true))
            {
                var item = term.Has(Containers.Graph) && !found.IsGraph ? new Expanded { Graph = [found], At = found.At } : found;
                if (expandedIndex != "@none") Mark(item, active, term, index, expandedIndex, value);
                result.Add(item);
            }
            report.Return(depth);
        }
        return result;
    }

    /// <summary>Says of an item of a map what its key says.</summary>
    private void Mark(Expanded item, ActiveContext active, TermDefinition term, string index, string? expandedIndex, JsonValue at)
    {
        if (term.Has(Containers.Index) && term.Index is { } indexProperty and not "@index")
        {
            if (item.IsValue) throw new JsonLdFault(JsonLdCodes.InvalidValueObject, "A value has no property that its key in a map could be.", item.At ?? at);
            if (contexts.ExpandIri(active, indexProperty, vocab: true) is { } iri)
                item.ValuesOf(iri).Insert(0, ExpandValue(active, indexProperty, JsonValue.OfText(index)));
        }
        else if (term.Has(Containers.Index))
        {
            item.Index ??= index;
        }
        else if (term.Has(Containers.Id) && !item.HasId)
        {
            item.SetId(contexts.ExpandIri(active, index, documentRelative: true));
        }
        else if (term.Has(Containers.Type) && expandedIndex is not null)
        {
            item.Types.Insert(0, expandedIndex);
        }
    }
}
