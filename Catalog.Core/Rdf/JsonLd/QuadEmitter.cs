using System.Globalization;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// The expanded form as quads (JSON-LD 1.1 API §8.1.2). No map of nodes is made: a graph is a set, so what two places
/// say of one node needs no gathering, and a document can be read item by item.
/// </summary>
internal sealed class QuadEmitter(JsonLdReport report, JsonLdOptions json, QuadHandler onQuad, CancellationToken ct)
{
    /// <summary>IRIs kept to be shared. 65,536: vocabularies, publishers and licences come again; addresses of files do not.</summary>
    private const int MaxShared = 65_536;

    private static readonly RdfNode RdfType = RdfNode.OfIri(RdfNames.Type);
    private static readonly RdfNode First = RdfNode.OfIri(RdfNames.First);
    private static readonly RdfNode Rest = RdfNode.OfIri(RdfNames.Rest);
    private static readonly RdfNode Nil = RdfNode.OfIri(RdfNames.Nil);

    private readonly Limits _limits = report.Options.Limits;
    private readonly Dictionary<string, RdfNode> _shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RdfNode> _blanks = new(StringComparer.Ordinal);
    private long _issued;

    public long Quads { get; private set; }

    /// <summary>A graph that triples go to; none where its name is no name and its triples are dropped.</summary>
    public readonly record struct Target(RdfNode? Graph, bool IsDropped = false)
    {
        public static Target Default => default;
    }

    /// <summary>All that a node says; the node itself, or null when its IRI is none.</summary>
    public RdfNode? Emit(Expanded node, Target target)
    {
        var subject = SubjectOf(node);
        foreach (var type in node.Types) Quad(subject, RdfType, NodeOf(type, node.At), target);
        foreach (var (property, values) in node.Properties)
        {
            var predicate = PredicateOf(property, node.At);
            foreach (var value in values) EmitValue(subject, predicate, value, target);
        }
        foreach (var (property, values) in node.Reverse)
        {
            var predicate = PredicateOf(property, node.At);
            foreach (var value in values) Quad(Emit(value, target), predicate, subject, target);
        }
        if (node.Graph is { } graph)
            foreach (var item in graph) EmitTop(item, GraphOf(subject));
        if (node.Included is { } included)
            foreach (var item in included) Emit(item, target);
        return subject;
    }

    public Target GraphOf(RdfNode? name) => new(name, name is null);

    /// <summary>A node that nothing refers to; a value or list there says nothing.</summary>
    public void EmitTop(Expanded item, Target target)
    {
        if (item.IsNode) Emit(item, target);
    }

    public void EmitValue(RdfNode? subject, RdfNode? predicate, Expanded value, Target target)
    {
        if (value.IsValue) EmitLiteral(subject, predicate, value, target);
        else if (value.List is { } list) EmitList(subject, predicate, list, target);
        else if (value.IsNode) EmitNode(subject, predicate, value, target);
    }

    /// <summary>Null for a blank node, which only generalized RDF has for a property.</summary>
    public RdfNode? PredicateOf(string iri, JsonValue? at) => iri.StartsWith("_:", StringComparison.Ordinal) ? null : NodeOf(iri, at);

    /// <summary>The link first, then what it leads to: the order in which the document says it.</summary>
    private void EmitNode(RdfNode? subject, RdfNode? predicate, Expanded value, Target target)
    {
        Quad(subject, predicate, SubjectOf(value), target);
        Emit(value, target);
    }

    private void EmitList(RdfNode? subject, RdfNode? predicate, List<Expanded> list, Target target)
    {
        var at = subject;
        var link = predicate;
        foreach (var item in list)
        {
            var cell = NewBlank();
            Quad(at, link, cell, target);
            EmitValue(cell, First, item, target);
            at = cell;
            link = Rest;
        }
        Quad(at, link, Nil, target);
    }

    private void EmitLiteral(RdfNode? subject, RdfNode? predicate, Expanded value, Target target)
    {
        var datatype = value.Types.Count > 0 ? value.Types[0] : null;
        var (text, type) = JsonLiterals.Of(value.Value!, datatype);
        if (text.Length > _limits.MaxRdfLiteralLength)
            throw new JsonLdFault(RdfErrorCodes.LimitExceeded, $"A literal is longer than {_limits.MaxRdfLiteralLength} characters.", value.Value);
        if (type is not null && NodeOf(type, value.At) is null) return;
        if (value.Language is { } language && !IsLanguage(language))
        {
            if (!report.Options.Lenient) return;
            report.Skip(JsonLdCodes.InvalidLanguageTaggedString, $"'{language}' is no language.", value.At?.Offset ?? -1);
            value.Language = LanguageTag.Clean(language);
        }
        if (value.Direction is { } direction && json.Direction != RdfDirection.None && type is null) EmitDirected(subject, predicate, text, value.Language, direction, target);
        else if (type is not null) Quad(subject, predicate, RdfNode.OfTyped(text, type), target);
        else Quad(subject, predicate, value.Language is { } tag ? RdfNode.OfText(text, tag) : RdfNode.OfText(text), target);
    }

    // JSON-LD 1.1 API §8.2.2 step 13.
    private void EmitDirected(RdfNode? subject, RdfNode? predicate, string text, string? language, string direction, Target target)
    {
        if (json.Direction == RdfDirection.I18nDatatype)
        {
            Quad(subject, predicate, RdfNode.OfTyped(text, $"https://www.w3.org/ns/i18n#{language?.ToLowerInvariant()}_{direction}"), target);
            return;
        }
        var node = NewBlank();
        Quad(subject, predicate, node, target);
        Quad(node, RdfNode.OfIri(RdfNames.Rdf + "value"), RdfNode.OfText(text), target);
        if (language is not null) Quad(node, RdfNode.OfIri(RdfNames.Rdf + "language"), RdfNode.OfText(language.ToLowerInvariant()), target);
        Quad(node, RdfNode.OfIri(RdfNames.Rdf + "direction"), RdfNode.OfText(direction), target);
    }

    private void Quad(RdfNode? subject, RdfNode? predicate, RdfNode? value, Target target)
    {
        if (subject is null || predicate is null || value is null || target.IsDropped) return;
        if ((++Quads & 0xFFF) == 0) ct.ThrowIfCancellationRequested();
        onQuad(new Quad(subject, predicate, value, target.Graph));
    }

    private RdfNode? SubjectOf(Expanded node)
    {
        if (!node.HasId) return node.Blank ??= NewBlank();
        return node.Id is null ? null : NodeOf(node.Id, node.At);
    }

    /// <summary>Null for what is no IRI, and so no part of a graph.</summary>
    private RdfNode? NodeOf(string iri, JsonValue? at)
    {
        if (_shared.TryGetValue(iri, out var known)) return known;
        if (iri.StartsWith("_:", StringComparison.Ordinal)) return BlankOf(iri);
        if (iri.Length > _limits.MaxRdfIriLength)
            throw new JsonLdFault(RdfErrorCodes.LimitExceeded, $"An IRI is longer than {_limits.MaxRdfIriLength} characters.", at);
        if (!IriReference.IsAbsolute(iri))
        {
            if (report.Options.Lenient && at is not null) report.Skip(RdfErrorCodes.BadIri, $"'{iri}' is relative, and there is nothing to resolve it against.", at.Offset);
            return null;
        }
        if (!IriForm.IsWellFormed(iri))
        {
            if (!report.Options.Lenient) return null;
            report.Skip(RdfErrorCodes.BadIri, $"'{iri}' is no IRI: it holds characters that none may hold.", at?.Offset ?? -1);
        }
        if (_shared.Count >= MaxShared) _shared.Clear();
        var node = RdfNode.OfIri(iri);
        _shared.Add(iri, node);
        return node;
    }

    private RdfNode BlankOf(string label)
    {
        if (_blanks.TryGetValue(label, out var known)) return known;
        if (_blanks.Count >= _limits.MaxRdfBlankNodes)
            throw new JsonLdFault(RdfErrorCodes.LimitExceeded, $"The document names more than {_limits.MaxRdfBlankNodes} blank nodes.") { EndsReading = true };
        var node = NewBlank();
        _blanks.Add(label, node);
        return node;
    }

    private RdfNode NewBlank() => RdfNode.OfBlank("b" + _issued++.ToString(CultureInfo.InvariantCulture));

    // RFC 5646 §2.1, as JSON-LD 1.1 API §8.2.2 asks of a tag: its shape alone.
    private static bool IsLanguage(string language)
    {
        var first = true;
        foreach (var range in language.AsSpan().Split('-'))
        {
            var subtag = language.AsSpan(range);
            if (subtag.Length is < 1 or > 8) return false;
            foreach (var c in subtag)
                if (!char.IsAsciiLetter(c) && (first || !char.IsAsciiDigit(c))) return false;
            first = false;
        }
        return true;
    }
}
