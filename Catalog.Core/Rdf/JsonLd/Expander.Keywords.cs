namespace Catalog.Core.Rdf.JsonLd;

/// <content>Keywords among the members of an object (step 13.4), and what they make of it (steps 15 to 19).</content>
internal sealed partial class Expander
{
    /// <summary>True for @nest.</summary>
    private bool ExpandKeyword(Frame frame, string? property, string keyword, JsonValue value, Expanded result)
    {
        var active = frame.Active;
        if (property == "@reverse") throw new JsonLdFault(JsonLdCodes.InvalidReversePropertyMap, $"{keyword} has no place in @reverse.", value);
        switch (keyword)
        {
            case "@id":
                CheckNew(!result.HasId, keyword, value);
                if (!value.IsString) throw new JsonLdFault(JsonLdCodes.InvalidIdValue, "@id is a string.", value);
                result.SetId(contexts.ExpandIri(active, value.Text, documentRelative: true));
                break;
            case "@type":
                ExpandTypes(frame, value, result);
                break;
            case "@graph":
                CheckNew(result.Graph is null, keyword, value);
                result.Graph = Expand(active, "@graph", value).ToList();
                break;
            case "@included":
                foreach (var item in value.AsArray()) Include(result, Expand(active, "@included", item), item);
                break;
            case "@value":
                CheckNew(result.Value is null, keyword, value);
                if (frame.InputType != "@json" && !value.IsNull && !value.IsScalar)
                    throw new JsonLdFault(JsonLdCodes.InvalidValueObjectValue, "@value is a string, a number, true, false or null.", value);
                result.Value = value;
                break;
            case "@language":
                CheckNew(result.Language is null, keyword, value);
                result.Language = value.IsString ? value.Text : throw new JsonLdFault(JsonLdCodes.InvalidLanguageTaggedString, "@language is a string.", value);
                break;
            case "@direction":
                CheckNew(result.Direction is null, keyword, value);
                result.Direction = value is { IsString: true, Text: "ltr" or "rtl" } ? value.Text : throw new JsonLdFault(JsonLdCodes.InvalidBaseDirection, "@direction is ltr or rtl.", value);
                break;
            case "@index":
                CheckNew(result.Index is null, keyword, value);
                result.Index = value.IsString ? value.Text : throw new JsonLdFault(JsonLdCodes.InvalidIndexValue, "@index is a string.", value);
                break;
            case "@list" when property is not null and not "@graph":
                CheckNew(result.List is null, keyword, value);
                result.List = ExpandList(active, property, value);
                break;
            case "@set":
                CheckNew(result.Set is null, keyword, value);
                result.Set = Expand(active, property, value).ToList();
                break;
            case "@reverse":
                ExpandReverse(active, value, result);
                break;
            case "@nest":
                return true;
        }
        return false;
    }

    private static void CheckNew(bool isNew, string keyword, JsonValue value)
    {
        if (!isNew) throw new JsonLdFault(JsonLdCodes.CollidingKeywords, $"{keyword} is here twice, once by another name.", value);
    }

    private void ExpandTypes(Frame frame, JsonValue value, Expanded result)
    {
        result.TypesAreArray |= value.IsArray;
        foreach (var type in value.AsArray())
        {
            if (!type.IsString) throw new JsonLdFault(JsonLdCodes.InvalidTypeValue, "@type is a string or an array of strings.", type);
            if (contexts.ExpandIri(frame.TypeScoped, type.Text, documentRelative: true, vocab: true) is { } iri) result.Types.Add(iri);
        }
    }

    private static void Include(Expanded result, Expansion included, JsonValue at)
    {
        result.Included ??= [];
        foreach (var node in included.ToList())
        {
            if (!node.IsNode) throw new JsonLdFault(JsonLdCodes.InvalidIncludedValue, "What is included is a node.", at);
            result.Included.Add(node);
        }
    }

    /// <summary>An array in a list is a list, whatever the property says of its own values.</summary>
    private List<Expanded> ExpandList(ActiveContext active, string property, JsonValue value)
    {
        var list = new List<Expanded>();
        foreach (var item in value.AsArray())
        {
            var expanded = Expand(active, property, item);
            if (expanded.Many is { } inner) list.Add(new Expanded { List = inner, At = item });
            else expanded.AddTo(list);
        }
        return list;
    }

    private void ExpandReverse(ActiveContext active, JsonValue value, Expanded result)
    {
        if (!value.IsObject) throw new JsonLdFault(JsonLdCodes.InvalidReverseValue, "@reverse is an object.", value);
        if (Expand(active, "@reverse", value).One is not { } reversed) return;
        foreach (var (iri, values) in reversed.Reverse) result.ValuesOf(iri).AddRange(values);
        foreach (var (iri, values) in reversed.Properties) AddReverse(result.ReverseOf(iri), values, value);
    }

    private static Expansion Finish(Expanded result, string? property)
    {
        if (result.IsValue)
        {
            if (!CheckValue(result)) return Expansion.Nothing;
        }
        else if (result.IsList || result.Set is not null)
        {
            var others = result.HasId || result.HasTypes || result.Language is not null || result.Direction is not null || result.Graph is not null
                || result.Included is not null || result.Properties.Count > 0 || result.Reverse.Count > 0 || (result.IsList && result.Set is not null);
            if (others) throw new JsonLdFault(JsonLdCodes.InvalidSetOrListObject, "Beside @set or @list only @index may stand.", result.At);
            if (result.Set is { } set) return Expansion.Of(set);
        }
        else if (result.HasOnlyLanguage)
        {
            return Expansion.Nothing;
        }
        if (property is null or "@graph" && (result.IsEmpty || result.IsValue || result.IsList || result.HasOnlyId)) return Expansion.Nothing;
        return Expansion.Of(result);
    }

    /// <summary>False for a value that is null and says nothing.</summary>
    private static bool CheckValue(Expanded result)
    {
        var others = result.HasId || result.Graph is not null || result.Included is not null || result.List is not null || result.Set is not null
            || result.Properties.Count > 0 || result.Reverse.Count > 0;
        if (others || (result.HasTypes && (result.Language is not null || result.Direction is not null)))
            throw new JsonLdFault(JsonLdCodes.InvalidValueObject, "Beside @value only @type, or @language and @direction, and @index may stand.", result.At);
        if (result.Types is ["@json"]) return true;
        if (result.Value!.IsNull) return false;
        if (!result.Value.IsString && result.Language is not null)
            throw new JsonLdFault(JsonLdCodes.InvalidLanguageTaggedValue, "Only a string has a language.", result.At);
        if (result.HasTypes && (result.TypesAreArray || result.Types.Count != 1 || !IriForm.IsWellFormed(result.Types[0])))
            throw new JsonLdFault(JsonLdCodes.InvalidTypedValue, "The @type of a value is one IRI.", result.At);
        return true;
    }
}
