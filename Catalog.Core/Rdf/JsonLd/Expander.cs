namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// The expansion algorithm (JSON-LD 1.1 API §5.1.2): every name becomes what it means. In a lenient reading a member or
/// an item that cannot be expanded is passed over, and what surrounds it stands.
/// </summary>
internal sealed partial class Expander(ContextProcessor contexts, JsonLdReport report)
{
    /// <summary>What holds inside an object once its contexts and types have been read.</summary>
    public readonly record struct Frame(ActiveContext Active, ActiveContext TypeScoped, string? InputType);

    public Expansion Expand(ActiveContext active, string? property, JsonValue element, bool fromMap = false)
    {
        switch (element.Kind)
        {
            case JsonKind.Null:
                return Expansion.Nothing;
            case JsonKind.Array:
                return Expansion.Of(ExpandItems(active, property, element.Items, fromMap));
            case JsonKind.Object:
                var frame = Open(active, property, element, fromMap);
                var result = new Expanded { At = element };
                ExpandMembers(frame, property, element, result);
                return Finish(result, property);
            default:
                if (property is null or "@graph") return Expansion.Nothing;
                if (active.Find(property) is { Context: not null } term) active = contexts.ProcessScoped(active, term, true, true);
                return Expansion.Of(ExpandValue(active, property, element));
        }
    }

    /// <summary>Steps 7 to 12: which contexts hold inside.</summary>
    public Frame Open(ActiveContext active, string? property, JsonValue element, bool fromMap)
    {
        var scope = property is null ? null : active.Find(property);
        if (active.Previous is { } previous && !fromMap && !KeepsContext(active, element)) active = previous;
        if (scope?.Context is not null) active = contexts.ProcessScoped(active, scope, true, true);
        if (element.Find("@context") is { } local) active = contexts.Process(active, local, report.Options.BaseIri);
        var typeScoped = active;
        if (!HasTypes(active, element)) return new Frame(active, active, null);
        string? inputType = null;
        foreach (var (_, types) in TypeMembers(typeScoped, element))
        {
            var terms = types.AsArray();
            if (terms.Count > 1) terms = [.. terms.OrderBy(t => t.Text, StringComparer.Ordinal)];
            foreach (var term in terms)
                if (term.IsString && typeScoped.Find(term.Text) is { Context: not null } scoped) active = contexts.ProcessScoped(active, scoped, false, false);
            if (inputType is null && types.AsArray() is { Count: > 0 } values && values[^1].IsString)
                inputType = values[^1].Text;
        }
        return new Frame(active, typeScoped, inputType is null ? null : contexts.ExpandIri(active, inputType, vocab: true));
    }

    /// <summary>Step 13 and 14: the members of an object into its result.</summary>
    public void ExpandMembers(Frame frame, string? property, JsonValue element, Expanded result)
    {
        List<JsonMember>? nests = null;
        foreach (var member in element.Members)
            if (TryMember(frame, property, member, result, isNest: false)) (nests ??= []).Add(member);
        if (nests is null) return;
        foreach (var nest in nests) TryMember(frame, property, nest, result, isNest: true);
    }

    /// <summary>True for a member whose members are to be read as if they stood here.</summary>
    private bool TryMember(Frame frame, string? property, JsonMember member, Expanded result, bool isNest)
    {
        var depth = report.Depth;
        var holdsMore = false;
        report.Enter(member.Name);
        try
        {
            if (isNest) ExpandNest(frame, property, member, result);
            else holdsMore = ExpandMember(frame, property, member, result);
        }
        catch (JsonLdFault fault) when (report.PassesOver(fault))
        {
            report.Skip(fault);
        }
        report.Return(depth);
        return holdsMore;
    }

    private List<Expanded> ExpandItems(ActiveContext active, string? property, IReadOnlyList<JsonValue> items, bool fromMap)
    {
        var result = new List<Expanded>(items.Count);
        var isList = property is not null && active.Find(property)?.Has(Containers.List) == true;
        var depth = report.Depth;
        for (var i = 0; i < items.Count; i++)
        {
            report.Enter(i);
            try
            {
                var expanded = Expand(active, property, items[i], fromMap);
                if (isList && expanded.Many is { } inner) result.Add(new Expanded { List = inner, At = items[i] });
                else expanded.AddTo(result);
            }
            catch (JsonLdFault fault) when (report.PassesOver(fault))
            {
                report.Skip(fault);
            }
            report.Return(depth);
        }
        return result;
    }

    // Step 7: a value, or a mere reference, is understood by the context that the type of the node around it brought.
    private static bool KeepsContext(ActiveContext active, JsonValue element)
    {
        foreach (var (name, _) in element.Members)
            if (Means(active, name, "@value")) return true;
        return element.Members.Count == 1 && Means(active, element.Members[0].Name, "@id");
    }

    private static bool Means(ActiveContext active, string name, string keyword) => name == keyword || active.Find(name)?.Iri == keyword;

    private static bool HasTypes(ActiveContext active, JsonValue element)
    {
        foreach (var (name, _) in element.Members)
            if (Means(active, name, "@type")) return true;
        return false;
    }

    /// <summary>The members that say what an object is, in the order of their names.</summary>
    private static List<JsonMember> TypeMembers(ActiveContext active, JsonValue element)
    {
        var found = new List<JsonMember>(1);
        foreach (var member in element.Members)
            if (Means(active, member.Name, "@type")) found.Add(member);
        if (found.Count > 1) found.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return found;
    }

    private bool ExpandMember(Frame frame, string? property, JsonMember member, Expanded result)
    {
        var (name, value) = member;
        if (name == "@context") return false;
        var active = frame.Active;
        var iri = contexts.ExpandIri(active, name, vocab: true);
        if (iri is null) return false;
        if (Keywords.Contains(iri)) return ExpandKeyword(frame, property, iri, value, result);
        if (!iri.Contains(':', StringComparison.Ordinal)) return false;
        var term = active.Find(name);
        var containers = term?.Containers ?? Containers.None;
        Expansion expanded;
        if (term?.Type == "@json")
        {
            var literal = new Expanded { Value = value, At = value };
            literal.Types.Add("@json");
            expanded = Expansion.Of(literal);
        }
        else if ((containers & Containers.Language) != 0 && value.IsObject && !IsMistakenForMap(active, value))
        {
            expanded = Expansion.Of(ExpandLanguageMap(active, term!, value));
        }
        else if ((containers & (Containers.Index | Containers.Type | Containers.Id)) != 0 && value.IsObject)
        {
            expanded = Expansion.Of(ExpandIndexMap(active, name, term!, value));
        }
        else
        {
            expanded = Expand(active, name, value);
        }
        if (expanded.IsNothing) return false;
        if ((containers & Containers.List) != 0 && expanded.One is not { IsList: true })
            expanded = Expansion.Of(new Expanded { List = expanded.ToList(), At = value });
        if ((containers & Containers.Graph) != 0 && (containers & (Containers.Id | Containers.Index)) == 0)
            expanded = Expansion.Of(expanded.ToList().ConvertAll(item => new Expanded { Graph = [item], At = item.At }));
        if (term is { IsReverse: true }) AddReverse(result.ReverseOf(iri), expanded.ToList(), value);
        else expanded.AddTo(result.ValuesOf(iri));
        return false;
    }

    /// <summary>A value object where a language map belongs has no other meaning; real catalogs write both.</summary>
    private bool IsMistakenForMap(ActiveContext active, JsonValue value) =>
        report.Options.Lenient && value.Members.Any(m => Means(active, m.Name, "@value"));

    private static void AddReverse(List<Expanded> reverse, List<Expanded> values, JsonValue at)
    {
        foreach (var value in values)
        {
            if (value.IsValue || value.IsList) throw new JsonLdFault(JsonLdCodes.InvalidReversePropertyValue, "The value of a reverse property is a node.", value.At ?? at);
            reverse.Add(value);
        }
    }

    private void ExpandNest(Frame frame, string? property, JsonMember member, Expanded result)
    {
        var (name, nest) = member;
        if (frame.Active.Find(name) is { Context: not null } term) frame = frame with { Active = contexts.ProcessScoped(frame.Active, term, true, true) };
        foreach (var nested in nest.AsArray())
        {
            if (!nested.IsObject || nested.Members.Any(m => contexts.ExpandIri(frame.Active, m.Name, vocab: true) == "@value"))
                throw new JsonLdFault(JsonLdCodes.InvalidNestValue, "What is nested is an object, and no value.", nested);
            ExpandMembers(frame, property, nested, result);
        }
    }
}
