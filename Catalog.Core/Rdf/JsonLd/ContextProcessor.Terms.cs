using System.Buffers;

namespace Catalog.Core.Rdf.JsonLd;

/// <content>Creating a term definition (JSON-LD 1.1 API §4.2.2).</content>
internal sealed partial class ContextProcessor
{
    /// <summary>An IRI that ends with one of them may be a prefix without saying so (RFC 3986 §2.2 gen-delims).</summary>
    private static readonly SearchValues<char> Delimiters = SearchValues.Create(":/?#[]@");

    private void Define(Definitions defining, string term)
    {
        if (defining.States.TryGetValue(term, out var done))
        {
            if (done) return;
            throw new JsonLdFault(JsonLdCodes.CyclicIriMapping, $"The term '{term}' is defined by itself.", defining.Local.Find(term));
        }
        var value = defining.Local.Find(term)!;
        if (term.Length == 0) throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, "The empty string is no term.", value);
        Charge(1, value);
        defining.States[term] = false;
        if (term == "@type") CheckTypeDefinition(value);
        else if (Keywords.Contains(term)) throw new JsonLdFault(JsonLdCodes.KeywordRedefinition, $"{term} is a keyword and cannot be defined.", value);
        else if (Keywords.HasTheForm(term)) return;
        var previous = defining.Active.Find(term);
        defining.Active.Set(term, null);
        if (value.Kind is not (JsonKind.Null or JsonKind.String or JsonKind.Object))
            throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, $"The term '{term}' is defined by a string, an object or null.", value);
        var definition = new TermDefinition
        {
            IsProtected = value.Find("@protected") is { } said ? IsTrue(said, JsonLdCodes.InvalidProtectedValue) : defining.Protected,
        };
        if (value.Find("@type") is { } type) definition.Type = TypeMapping(defining, type);
        if (!(value.Find("@reverse") is { } reverse ? MapReverse(defining, definition, value, reverse) : MapIri(defining, definition, term, value))) return;
        ReadContainer(definition, value);
        ReadIndex(defining, definition, value);
        ReadScopedContext(defining, definition, value);
        if (value.Find("@type") is null) ReadLanguage(definition, value);
        ReadNestAndPrefix(definition, term, value);
        foreach (var (name, at) in value.Members)
            if (name is not ("@id" or "@reverse" or "@container" or "@context" or "@direction" or "@index" or "@language" or "@nest" or "@prefix" or "@protected" or "@type"))
                throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, $"A term definition has no '{name}'.", at);
        if (!defining.Scope.OverrideProtected && previous is { IsProtected: true })
        {
            if (!definition.SaysTheSameAs(previous))
            {
                defining.Active.Set(term, previous);
                throw new JsonLdFault(JsonLdCodes.ProtectedTermRedefinition, $"The term '{term}' is protected.", value);
            }
            definition = previous;
        }
        defining.Active.Set(term, definition);
        defining.States[term] = true;
    }

    private static void CheckTypeDefinition(JsonValue value)
    {
        var fits = value.IsObject && value.Members.Count > 0;
        foreach (var (name, said) in value.Members)
            fits &= name == "@protected" || (name == "@container" && said is { IsString: true, Text: "@set" });
        if (!fits) throw new JsonLdFault(JsonLdCodes.KeywordRedefinition, "Of @type only \"@container\": \"@set\" and @protected may be said.", value);
    }

    private string TypeMapping(Definitions defining, JsonValue value)
    {
        var type = value.IsString ? ExpandIri(defining.Active, value.Text, false, true, defining) : null;
        return type is "@id" or "@json" or "@none" or "@vocab" || (type is not null && IriReference.IsAbsolute(type))
            ? type
            : throw new JsonLdFault(JsonLdCodes.InvalidTypeMapping, "The @type of a term is an IRI, @id, @vocab, @json or @none.", value);
    }

    /// <summary>False when the definition is to be passed over.</summary>
    private bool MapReverse(Definitions defining, TermDefinition definition, JsonValue value, JsonValue reverse)
    {
        if (value.Find("@id") is not null || value.Find("@nest") is not null)
            throw new JsonLdFault(JsonLdCodes.InvalidReverseProperty, "A reverse property has no @id or @nest.", value);
        if (!reverse.IsString) throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, "@reverse is an IRI.", reverse);
        if (!Keywords.Contains(reverse.Text) && Keywords.HasTheForm(reverse.Text)) return false;
        var iri = ExpandIri(defining.Active, reverse.Text, false, true, defining);
        if (iri is null || !IsIriOrBlank(iri)) throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"@reverse '{reverse.Text}' is no IRI.", reverse);
        if (value.Find("@container") is { IsNull: false } container && !(container.IsString && container.Text is "@set" or "@index"))
            throw new JsonLdFault(JsonLdCodes.InvalidReverseProperty, "The values of a reverse property are a @set or an @index.", container);
        definition.Iri = iri;
        definition.IsReverse = true;
        return true;
    }

    /// <summary>False when the definition is to be passed over.</summary>
    private bool MapIri(Definitions defining, TermDefinition definition, string term, JsonValue value)
    {
        var id = value.IsObject ? value.Find("@id") : value;
        if (id is { IsNull: true }) return true;
        if (id is not null && !(id.IsString && id.Text == term)) return MapGivenIri(defining, definition, term, id, value.IsString);
        var colon = term.IndexOf(':', 1);
        if (colon > 0)
        {
            var prefix = term[..colon];
            DefineFirst(defining, prefix);
            definition.Iri = defining.Active.Find(prefix)?.Iri is { } space ? string.Concat(space, term.AsSpan(colon + 1)) : term;
            if (!IsIriOrBlank(definition.Iri)) throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"The term '{term}' stands for no IRI.", value);
        }
        else if (term.Contains('/', StringComparison.Ordinal))
        {
            definition.Iri = ExpandIri(defining.Active, term, vocab: true);
            if (definition.Iri is null || !IriReference.IsAbsolute(definition.Iri)) throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"The term '{term}' stands for no IRI.", value);
        }
        else if (term == "@type")
        {
            definition.Iri = "@type";
        }
        else
        {
            definition.Iri = defining.Active.Vocab is { } vocab
                ? vocab + term
                : throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"The term '{term}' stands for no IRI, and there is no @vocab.", value);
        }
        return true;
    }

    private bool MapGivenIri(Definitions defining, TermDefinition definition, string term, JsonValue id, bool isSimple)
    {
        if (!id.IsString) throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"The @id of the term '{term}' is an IRI or null.", id);
        if (!Keywords.Contains(id.Text) && Keywords.HasTheForm(id.Text)) return false;
        var iri = ExpandIri(defining.Active, id.Text, false, true, defining);
        if (iri == "@context") throw new JsonLdFault(JsonLdCodes.InvalidKeywordAlias, "@context has no other name.", id);
        if (iri is null || !(Keywords.Contains(iri) || IsIriOrBlank(iri)))
            throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"The term '{term}' stands for '{id.Text}', which is no IRI.", id);
        definition.Iri = iri;
        var isCompact = term.AsSpan(1).Contains(':') && term.IndexOf(':', 1) < term.Length - 1;
        if (isCompact || term.Contains('/', StringComparison.Ordinal))
        {
            defining.States[term] = true;
            if (ExpandIri(defining.Active, term, false, true, defining) != iri)
                throw new JsonLdFault(JsonLdCodes.InvalidIriMapping, $"The term '{term}' is an IRI itself, and another one than '{iri}'.", id);
        }
        else if (!term.Contains(':', StringComparison.Ordinal) && isSimple)
        {
            definition.IsPrefix = Delimiters.Contains(iri[^1]) || IsBlank(iri);
        }
        return true;
    }

    private static void ReadContainer(TermDefinition definition, JsonValue value)
    {
        if (value.Find("@container") is not { } container || (definition.IsReverse && container.IsNull)) return;
        var kinds = Containers.None;
        foreach (var item in container.AsArray())
        {
            kinds |= (item.IsString ? item.Text : "") switch
            {
                "@list" => Containers.List,
                "@set" => Containers.Set,
                "@index" => Containers.Index,
                "@language" => Containers.Language,
                "@id" => Containers.Id,
                "@type" => Containers.Type,
                "@graph" => Containers.Graph,
                _ => throw new JsonLdFault(JsonLdCodes.InvalidContainerMapping, "@container is @list, @set, @index, @language, @id, @type or @graph.", item),
            };
        }
        var besidesSet = kinds & ~Containers.Set;
        var fits = besidesSet is Containers.None or Containers.Index or Containers.Language or Containers.Id or Containers.Type
            or Containers.Graph or (Containers.Graph | Containers.Id) or (Containers.Graph | Containers.Index)
            || kinds == Containers.List;
        if (!fits || kinds == Containers.None)
            throw new JsonLdFault(JsonLdCodes.InvalidContainerMapping, "These containers do not go together.", container);
        definition.Containers = kinds;
        if (!definition.Has(Containers.Type)) return;
        definition.Type ??= "@id";
        if (definition.Type is not ("@id" or "@vocab"))
            throw new JsonLdFault(JsonLdCodes.InvalidTypeMapping, "The values of a @type container are nodes: its @type is @id or @vocab.", container);
    }

    private void ReadIndex(Definitions defining, TermDefinition definition, JsonValue value)
    {
        if (value.Find("@index") is not { } index) return;
        if (!definition.Has(Containers.Index)) throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, "@index goes with \"@container\": \"@index\".", index);
        var iri = index.IsString ? ExpandIri(defining.Active, index.Text, false, true, defining) : null;
        if (iri is null || !IriReference.IsAbsolute(iri)) throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, "@index is a property.", index);
        definition.Index = index.Text;
    }

    private void ReadScopedContext(Definitions defining, TermDefinition definition, JsonValue value)
    {
        if (value.Find("@context") is not { } context) return;
        try
        {
            Process(defining.Active, context, defining.Scope with { OverrideProtected = true, ValidateScoped = false }, true);
        }
        catch (JsonLdFault fault) when (!fault.EndsReading && fault.Code != RdfErrorCodes.ContextRefused)
        {
            throw new JsonLdFault(JsonLdCodes.InvalidScopedContext, "The context of a term is wrong: " + fault.Message, fault.At ?? context);
        }
        definition.Context = context;
        definition.ContextBase = defining.Scope.BaseUrl;
    }

    private static void ReadLanguage(TermDefinition definition, JsonValue value)
    {
        if (value.Find("@language") is { } language)
        {
            if (!language.IsNull && !language.IsString) throw new JsonLdFault(JsonLdCodes.InvalidLanguageMapping, "The @language of a term is a string or null.", language);
            definition.HasLanguage = true;
            definition.Language = language.IsNull ? null : language.Text;
        }
        if (value.Find("@direction") is { } direction)
        {
            definition.HasDirection = true;
            definition.Direction = DirectionOf(direction);
        }
    }

    private static void ReadNestAndPrefix(TermDefinition definition, string term, JsonValue value)
    {
        if (value.Find("@nest") is { } nest)
        {
            if (!nest.IsString || (Keywords.Contains(nest.Text) && nest.Text != "@nest"))
                throw new JsonLdFault(JsonLdCodes.InvalidNestValue, "The @nest of a term is @nest or a term.", nest);
            definition.Nest = nest.Text;
        }
        if (value.Find("@prefix") is not { } prefix) return;
        if (term.Contains(':', StringComparison.Ordinal) || term.Contains('/', StringComparison.Ordinal))
            throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, $"'{term}' cannot be a prefix.", prefix);
        definition.IsPrefix = IsTrue(prefix, JsonLdCodes.InvalidPrefixValue);
        if (definition.IsPrefix && definition.Iri is { } iri && Keywords.Contains(iri))
            throw new JsonLdFault(JsonLdCodes.InvalidTermDefinition, $"'{term}' is another name of {iri} and cannot be a prefix.", prefix);
    }
}
