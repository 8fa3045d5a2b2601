using System.Runtime.CompilerServices;

namespace Catalog.Core.Rdf;

/// <summary>
/// RDF 1.1 Turtle and TriG. Triples are handed on in the order of the document, before their statement is known to be
/// whole. A graph of TriG is a state, not a nesting: statements follow each other within braces as outside them.
/// </summary>
internal sealed partial class TurtleReader(Stream stream, bool graphs, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct)
    : RdfTextReader(stream, options, onQuad, ct)
{
    private static readonly RdfNode First = RdfNode.OfIri(RdfNames.First);
    private static readonly RdfNode Rest = RdfNode.OfIri(RdfNames.Rest);
    private static readonly RdfNode Nil = RdfNode.OfIri(RdfNames.Nil);

    private RdfNode? _graph;
    private bool _inBraces;
    private int _depth;

    protected override bool FindStatement()
    {
        while (SkipSpace() == '}' && _inBraces)
        {
            Source.Advance(1);
            _inBraces = false;
            _graph = null;
        }
        return Source.Peek() >= 0;
    }

    protected override bool IsComplete() => base.IsComplete() && (!_inBraces || Expected("'}' at the end of a graph"));

    protected override bool ReadStatement()
    {
        _depth = 0;
        switch (Source.Peek())
        {
            case '@':
                return ReadAtDirective();
            case '{' when graphs && !_inBraces:
                return OpenBraces(null);
            case '[':
                return ReadBlankStatement();
            case '(':
                return ReadCollectionAsSubject() is { } list && ReadTriples(list);
            case '<' or '_':
                return (Source.Peek() == '<' ? ReadIri() : ReadBlank()) is { } named && ReadGraphOrTriples(named);
            case -1:
                return Expected("a statement");
            default:
                return ReadNameStatement();
        }
    }

    /// <summary>A statement that begins with a prefixed name or one of the words of SPARQL.</summary>
    private bool ReadNameStatement()
    {
        var word = ReadWord("a statement", out var ok);
        if (!ok) return false;
        if (word.Node is { } name) return ReadGraphOrTriples(name);
        if (word.Is("PREFIX"u8)) return ReadPrefix(withDot: false);
        if (word.Is("BASE"u8)) return ReadBase(withDot: false);
        if (graphs && !_inBraces && word.Is("GRAPH"u8)) return ReadGraphKeyword();
        return Expected("a statement");
    }

    private bool ReadGraphKeyword()
    {
        Source.Advance("GRAPH".Length);
        var label = SkipSpace() switch
        {
            '<' => ReadIri(),
            '_' => ReadBlank(),
            '[' => ReadEmptyBrackets(),
            _ => ReadName("the name of a graph"),
        };
        if (label is null) return false;
        return SkipSpace() == '{' ? OpenBraces(label) : Expected("'{'");
    }

    /// <summary>After a term that may name a graph or be a subject.</summary>
    private bool ReadGraphOrTriples(RdfNode node) =>
        graphs && !_inBraces && SkipSpace() == '{' ? OpenBraces(node) : ReadTriples(node);

    private bool OpenBraces(RdfNode? graph)
    {
        Source.Advance(1);
        _graph = graph;
        _inBraces = true;
        return true;
    }

    private bool ReadTriples(RdfNode subject) => ReadProperties(subject) && ReadEnd();

    private bool ReadBlankStatement()
    {
        Source.Mark();
        Source.Advance(1);
        var node = NewBlank();
        if (SkipSpace() == ']')
        {
            Source.Advance(1);
            return ReadGraphOrTriples(node);
        }
        if (!ReadWithinBrackets(node)) return false;
        // Properties may follow, but need not: what is in the brackets is a statement by itself.
        return SkipSpace() is '.' or '}' or -1 ? ReadEnd() : ReadTriples(node);
    }

    private RdfNode? ReadEmptyBrackets()
    {
        Source.Advance(1);
        if (SkipSpace() != ']') return NoNode(Expected("']'"));
        Source.Advance(1);
        return NewBlank();
    }

    private RdfNode? ReadCollectionAsSubject()
    {
        Source.Mark();
        Source.Advance(1);
        if (SkipSpace() == ')')
        {
            Source.Advance(1);
            return Nil;
        }
        var head = NewBlank();
        return ReadItems(head) ? head : null;
    }

    /// <summary>The end of a statement: a dot, which may be missing before a closing brace.</summary>
    private bool ReadEnd()
    {
        var next = SkipSpace();
        if (next == '}' && _inBraces) return true;
        if (next != '.') return Expected(_inBraces ? "'.', ';', ',' or '}'" : "'.', ';' or ','");
        Source.Advance(1);
        return true;
    }

    /// <summary>Predicates and their objects; stops before whatever cannot belong to them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadProperties(RdfNode subject)
    {
        while (true)
        {
            if (ReadPredicate() is not { } predicate) return false;
            while (true)
            {
                if (!ReadObject(subject, predicate)) return false;
                if (SkipSpace() != ',') break;
                Source.Advance(1);
            }
            if (Source.Peek() != ';') return true;
            do Source.Advance(1);
            while (SkipSpace() == ';');
            if (Source.Peek() is '.' or ']' or '}' or -1) return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private RdfNode? ReadPredicate() => SkipSpace() == '<' ? ReadIri() : ReadName("a predicate", RdfType);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool ReadObject(RdfNode subject, RdfNode predicate)
    {
        RdfNode? value;
        switch (SkipSpace())
        {
            case '<':
                value = ReadIri();
                break;
            case '"' or '\'':
                value = ReadLiteral(mayBeLong: true);
                break;
            case '_':
                value = ReadBlank();
                break;
            case '[':
                return ReadBrackets(subject, predicate);
            case '(':
                return ReadCollection(subject, predicate);
            case (>= '0' and <= '9') or '+' or '-' or '.':
                value = ReadNumber();
                break;
            default:
                value = ReadNameOrBoolean();
                break;
        }
        // A name or number that ends where the bytes are no text may have gone on: it is not known what it is.
        if (value is null || !IsWhole()) return false;
        HandOn(subject, predicate, value, _graph);
        return true;
    }

    private bool ReadBrackets(RdfNode subject, RdfNode predicate)
    {
        Source.Mark();
        Source.Advance(1);
        var node = NewBlank();
        HandOn(subject, predicate, node, _graph);
        if (SkipSpace() != ']') return ReadWithinBrackets(node);
        Source.Advance(1);
        return true;
    }

    /// <summary>After an opening bracket, up to and with the closing one.</summary>
    private bool ReadWithinBrackets(RdfNode node)
    {
        if (!Deeper()) return false;
        if (!ReadProperties(node)) return false;
        if (SkipSpace() != ']') return Expected("']', ';' or ','");
        Source.Advance(1);
        _depth--;
        return true;
    }

    private bool ReadCollection(RdfNode subject, RdfNode predicate)
    {
        Source.Mark();
        Source.Advance(1);
        if (SkipSpace() == ')')
        {
            Source.Advance(1);
            HandOn(subject, predicate, Nil, _graph);
            return true;
        }
        var head = NewBlank();
        HandOn(subject, predicate, head, _graph);
        return ReadItems(head);
    }

    /// <summary>The items of a list, one at least, up to and with the closing parenthesis.</summary>
    private bool ReadItems(RdfNode cell)
    {
        if (!Deeper()) return false;
        while (true)
        {
            if (!ReadObject(cell, First)) return false;
            if (SkipSpace() == ')') break;
            var next = NewBlank();
            HandOn(cell, Rest, next, _graph);
            cell = next;
        }
        HandOn(cell, Rest, Nil, _graph);
        Source.Advance(1);
        _depth--;
        return true;
    }

    private bool Deeper()
    {
        if (++_depth <= Options.Limits.MaxRdfDepth) return true;
        return Fail(RdfErrorCodes.LimitExceeded, string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"Expected brackets at most {Options.Limits.MaxRdfDepth} deep but found deeper ones."));
    }
}
