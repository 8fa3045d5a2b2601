using System.Buffers;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>RDF 1.1 N-Triples: a triple a line, for readers that split and sort.</summary>
public sealed class NTriplesWriter(Stream stream) : IRdfSink
{
    private static readonly Iri Type = Iri.Of("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private readonly ArrayBufferWriter<byte> _buffer = new(TurtleWriter.FlushThreshold * 2);
    private Iri _subject;

    public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types)
    {
        _subject = subject;
        foreach (var type in types) Link(Type, type);
    }

    public void Link(Iri predicate, Iri value)
    {
        Start(predicate);
        WriteIri(value);
        End();
    }

    public void Literal(Iri predicate, string value, string? language = null)
    {
        Start(predicate);
        QuotedString.Write(_buffer, value);
        if (LanguageTag.Clean(language) is { } tag)
        {
            Write("@");
            Write(tag);
        }
        End();
    }

    public void Typed(Iri predicate, string value, Iri datatype)
    {
        Start(predicate);
        QuotedString.Write(_buffer, value);
        Write("^^");
        WriteIri(datatype);
        End();
    }

    public void EndSubject()
    {
        // Every line is whole in itself.
    }

    public ValueTask FlushAsync(CancellationToken ct) =>
        _buffer.WrittenCount < TurtleWriter.FlushThreshold ? ValueTask.CompletedTask : WriteOutAsync(ct);

    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        await WriteOutAsync(ct);
        await stream.FlushAsync(ct);
    }

    private async ValueTask WriteOutAsync(CancellationToken ct)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void Start(Iri predicate)
    {
        WriteIri(_subject);
        Write(" ");
        WriteIri(predicate);
        Write(" ");
    }

    private void End() => Write(" .\n");

    private void WriteIri(Iri iri)
    {
        Write("<");
        Write(iri.Value);
        Write(">");
    }

    private void Write(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _buffer);
}
