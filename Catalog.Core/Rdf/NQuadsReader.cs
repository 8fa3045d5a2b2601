using System.Runtime.CompilerServices;

namespace Catalog.Core.Rdf;

/// <summary>
/// RDF 1.1 N-Triples and N-Quads: a statement a line, so that a broken line costs only itself. A relative IRI, which
/// neither syntax has, is resolved in a lenient reading where there is a base.
/// </summary>
internal sealed class NQuadsReader(Stream stream, bool quads, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct)
    : RdfTextReader(stream, options, onQuad, ct)
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool FindStatement()
    {
        while (true)
        {
            switch (SkipSpace())
            {
                case -1:
                    return false;
                case '\n' or '\r':
                    Source.Advance(1);
                    continue;
                case '#':
                    SkipLine();
                    continue;
                default:
                    return true;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override bool ReadStatement()
    {
        var subject = Source.Peek() switch
        {
            '<' => ReadIri(),
            '_' => ReadBlank(),
            _ => NoNode(Expected("an IRI or a blank node as the subject")),
        };
        if (subject is null) return false;
        if (SkipSpace() != '<') return Expected("an IRI as the predicate");
        if (ReadIri() is not { } predicate) return false;
        var value = SkipSpace() switch
        {
            '<' => ReadIri(),
            '"' => ReadLiteral(mayBeLong: false),
            '_' => ReadBlank(),
            _ => NoNode(Expected("an IRI, a blank node or a string as the object")),
        };
        if (value is null) return false;
        RdfNode? graph = null;
        var next = SkipSpace();
        if (quads && next is '<' or '_')
        {
            graph = next == '<' ? ReadIri() : ReadBlank();
            if (graph is null) return false;
            next = SkipSpace();
        }
        if (next != '.') return Expected(quads && graph is null ? "'.', an IRI or a blank node" : "'.'");
        Source.Advance(1);
        // The statement is whole: what else stands on its line does not take it back.
        HandOn(subject, predicate, value, graph);
        return SkipSpace() is '\n' or '\r' or '#' or -1 || Expected("the end of the line");
    }

    protected override void Recover() => SkipLine();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override int SkipSpace()
    {
        while (true)
        {
            var unread = Source.Unread;
            for (var i = 0; i < unread.Length; i++)
            {
                if (unread[i] is (byte)' ' or (byte)'\t') continue;
                Source.Advance(i);
                return unread[i];
            }
            Source.Advance(unread.Length);
            if (!Source.Fill()) return -1;
        }
    }

    protected override RdfNode? ReadDatatype() => Source.Peek() == '<' ? ReadIri() : NoNode(Expected("an IRI as the datatype"));

    protected override string? Resolve(string reference)
    {
        if (IriReference.IsAbsolute(reference)) return reference;
        if (!Odd(RdfErrorCodes.BadIri, $"Expected an absolute IRI but found '{Short(reference)}'.")) return null;
        return BaseIri is null ? reference : IriReference.Resolve(BaseIri, reference);
    }

    private void SkipLine()
    {
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny((byte)'\n', (byte)'\r');
            Source.Advance(end < 0 ? unread.Length : end + 1);
            if (end >= 0 || !Source.Fill()) return;
        }
    }
}
