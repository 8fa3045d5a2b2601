namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// Context processing (JSON-LD 1.1 API §4.1.2). A context that is used again where it was used before is not processed
/// again; what all contexts of a document define together is bounded, since each of them may be named many times.
/// </summary>
internal sealed partial class ContextProcessor(ContextLoader loader, JsonLdReport report)
{
    /// <summary>Results kept. 1,024: a document uses some dozen; more are those of contexts in single nodes.</summary>
    private const int MaxKept = 1024;

    private readonly Dictionary<(ActiveContext, JsonValue, bool), ActiveContext> _kept = [];
    private readonly Limits _limits = report.Options.Limits;
    private long _definitions;

    /// <summary>A context in a document.</summary>
    public ActiveContext Process(ActiveContext active, JsonValue local, string? baseUrl)
    {
        report.Enter("@context");
        var result = Process(active, local, new Scope(baseUrl, null, false, true), true);
        report.Leave();
        return result;
    }

    /// <summary>The context of a term, for a node of this type or for the values of this property.</summary>
    public ActiveContext ProcessScoped(ActiveContext active, TermDefinition term, bool propagate, bool overrideProtected)
    {
        var key = (active, term.Context!, propagate);
        if (_kept.TryGetValue(key, out var kept)) return kept;
        var result = Process(active, term.Context!, new Scope(term.ContextBase, null, overrideProtected, true), propagate);
        if (_kept.Count >= MaxKept) _kept.Clear();
        _kept[key] = result;
        return result;
    }

    private ActiveContext Process(ActiveContext active, JsonValue local, Scope scope, bool propagate)
    {
        if (local.IsObject && local.Find("@propagate") is { IsBoolean: true } said) propagate = said.Kind == JsonKind.True;
        Charge(1 + active.CopiedTerms, local);
        var result = active.Extend();
        if (!propagate) result.Previous ??= active;
        var depth = report.Depth;
        foreach (var context in local.AsArray())
        {
            try
            {
                result = ProcessOne(active, result, context, scope, propagate);
            }
            catch (JsonLdFault fault) when (report.PassesOver(fault))
            {
                report.Skip(fault);
                report.Return(depth);
            }
        }
        return result;
    }

    private ActiveContext ProcessOne(ActiveContext active, ActiveContext result, JsonValue context, Scope scope, bool propagate)
    {
        switch (context.Kind)
        {
            case JsonKind.Null:
                Charge(1, context);
                if (!scope.OverrideProtected && result.HasProtectedTerms())
                    throw new JsonLdFault(JsonLdCodes.InvalidContextNullification, "A null context would undo protected terms.", context);
                return new ActiveContext(active.OriginalBase) { Previous = propagate ? null : result.Previous };
            case JsonKind.String:
                return ProcessRemote(result, context, scope);
            case JsonKind.Object:
                ProcessMap(result, context, scope);
                return result;
            default:
                throw new JsonLdFault(JsonLdCodes.InvalidLocalContext, "A context is null, an address or an object.", context);
        }
    }

    private ActiveContext ProcessRemote(ActiveContext result, JsonValue context, Scope scope)
    {
        var address = Address(context, scope, JsonLdCodes.LoadingRemoteContextFailed);
        if (!scope.ValidateScoped && scope.Remote?.Includes(address) == true) return result;
        if ((scope.Remote?.Length ?? 0) >= _limits.MaxRdfContexts)
            throw new JsonLdFault(JsonLdCodes.ContextOverflow, $"Contexts refer to each other through more than {_limits.MaxRdfContexts} addresses.", context);
        var loaded = loader.Load(address, context);
        if (!loaded.IsObject || loaded.Find("@context") is not { } inner)
            throw new JsonLdFault(JsonLdCodes.InvalidRemoteContext, $"The context at {address} has no @context.", context);
        return Process(result, inner, scope with { BaseUrl = address, Remote = new ContextChain(address, scope.Remote), OverrideProtected = false }, true);
    }

    private void ProcessMap(ActiveContext result, JsonValue context, Scope scope)
    {
        if (context.Find("@version") is { } version && !(version.Kind == JsonKind.Number && version.Text is "1.1"))
            throw new JsonLdFault(JsonLdCodes.InvalidVersionValue, "@version is the number 1.1 or absent.", version);
        if (context.Find("@import") is { } import) context = Import(context, import, scope);
        if (context.Find("@base") is { } baseIri && scope.Remote is null) SetBase(result, baseIri);
        if (context.Find("@vocab") is { } vocab) SetVocab(result, vocab);
        if (context.Find("@language") is { } language)
            result.Language = language.IsNull ? null : language.IsString ? language.Text : throw new JsonLdFault(JsonLdCodes.InvalidDefaultLanguage, "@language is a string or null.", language);
        if (context.Find("@direction") is { } direction) result.Direction = DirectionOf(direction);
        if (context.Find("@propagate") is { IsBoolean: false } propagate)
            throw new JsonLdFault(JsonLdCodes.InvalidPropagateValue, "@propagate is true or false.", propagate);
        var isProtected = IsTrue(context.Find("@protected"), JsonLdCodes.InvalidProtectedValue);
        var defining = new Definitions(result, context, scope, isProtected);
        var depth = report.Depth;
        foreach (var (name, _) in context.Members)
        {
            if (name is "@base" or "@direction" or "@import" or "@language" or "@propagate" or "@protected" or "@version" or "@vocab") continue;
            report.Enter(name);
            try
            {
                Define(defining, name);
            }
            catch (JsonLdFault fault) when (report.PassesOver(fault))
            {
                report.Skip(fault);
                defining.States[name] = true;
            }
            report.Return(depth);
        }
    }

    // JSON-LD 1.1 §4.1.10: what stands beside @import has precedence over what is imported.
    private JsonValue Import(JsonValue context, JsonValue import, Scope scope)
    {
        if (!import.IsString) throw new JsonLdFault(JsonLdCodes.InvalidImportValue, "@import is an address.", import);
        var address = Address(import, scope, JsonLdCodes.LoadingRemoteContextFailed);
        var loaded = loader.Load(address, import);
        if (!loaded.IsObject || loaded.Find("@context") is not { IsObject: true } imported)
            throw new JsonLdFault(JsonLdCodes.InvalidRemoteContext, $"The context at {address} is not one object.", import);
        if (imported.Find("@import") is not null)
            throw new JsonLdFault(JsonLdCodes.InvalidContextEntry, $"The context at {address} imports another one.", import);
        Charge(imported.Members.Count, import);
        var merged = new JsonValue(JsonKind.Object, context.Offset);
        foreach (var (name, value) in imported.Members) merged.Set(name, value);
        foreach (var (name, value) in context.Members) merged.Set(name, value);
        return merged;
    }

    private static void SetBase(ActiveContext result, JsonValue value)
    {
        if (value.IsNull) result.BaseIri = null;
        else if (!value.IsString) throw new JsonLdFault(JsonLdCodes.InvalidBaseIri, "@base is an IRI or null.", value);
        else if (IriReference.IsAbsolute(value.Text)) result.BaseIri = value.Text;
        else if (result.BaseIri is { } known) result.BaseIri = IriReference.Resolve(known, value.Text);
        else throw new JsonLdFault(JsonLdCodes.InvalidBaseIri, $"@base '{value.Text}' is relative, and there is nothing to resolve it against.", value);
    }

    private void SetVocab(ActiveContext result, JsonValue value)
    {
        if (value.IsNull) result.Vocab = null;
        else if (!value.IsString) throw new JsonLdFault(JsonLdCodes.InvalidVocabMapping, "@vocab is an IRI or null.", value);
        else result.Vocab = ExpandIri(result, value.Text, documentRelative: true, vocab: true);
    }

    private static string? DirectionOf(JsonValue value) =>
        value.IsNull ? null : value is { IsString: true, Text: "ltr" or "rtl" } ? value.Text : throw new JsonLdFault(JsonLdCodes.InvalidBaseDirection, "@direction is ltr, rtl or null.", value);

    private static bool IsTrue(JsonValue? value, string code) =>
        value is not null && (value.IsBoolean ? value.Kind == JsonKind.True : throw new JsonLdFault(code, "True or false is expected.", value));

    private static string Address(JsonValue context, Scope scope, string code)
    {
        var address = scope.BaseUrl is { } known ? IriReference.Resolve(known, context.Text) : context.Text;
        return IriReference.IsAbsolute(address) ? address : throw new JsonLdFault(code, $"The address '{address}' of a context is relative, and there is nothing to resolve it against.", context);
    }

    private void Charge(int definitions, JsonValue at)
    {
        _definitions += definitions;
        if (_definitions > _limits.MaxRdfContextTerms)
            throw new JsonLdFault(RdfErrorCodes.LimitExceeded, $"The contexts of the document define more than {_limits.MaxRdfContextTerms} terms.", at) { EndsReading = true };
    }

    /// <summary>Under what conditions a context is processed: the parameters of the algorithm.</summary>
    private sealed record Scope(string? BaseUrl, ContextChain? Remote, bool OverrideProtected, bool ValidateScoped);

    /// <summary>One context whose terms are being defined. A term may need others before its turn comes.</summary>
    private sealed record Definitions(ActiveContext Active, JsonValue Local, Scope Scope, bool Protected)
    {
        /// <summary>False while a term is being defined, true afterwards.</summary>
        public Dictionary<string, bool> States { get; } = new(StringComparer.Ordinal);
    }
}
