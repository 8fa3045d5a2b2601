namespace Catalog.Core.Rdf;

/// <summary>RDF 1.1 N-Triples: a triple a line, for readers that split and sort.</summary>
public sealed class NTriplesWriter(Stream stream) : IRdfSink
{
    private static readonly Iri Type = Iri.Of("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private readonly RdfOutput _output = new(stream);
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
        QuotedString.Write(_output, value);
        if (LanguageTag.Clean(language) is { } tag)
        {
            _output.Write("@"u8);
            _output.Write(tag);
        }
        End();
    }

    public void Typed(Iri predicate, string value, Iri datatype)
    {
        Start(predicate);
        QuotedString.Write(_output, value);
        _output.Write("^^"u8);
        WriteIri(datatype);
        End();
    }

    public void EndSubject()
    {
        // Every line is whole in itself.
    }

    public ValueTask FlushAsync(CancellationToken ct) => _output.FlushAsync(ct);

    public ValueTask CompleteAsync(CancellationToken ct) => _output.CompleteAsync(ct);

    private void Start(Iri predicate)
    {
        WriteIri(_subject);
        _output.Write(" "u8);
        WriteIri(predicate);
        _output.Write(" "u8);
    }

    private void End() => _output.Write(" .\n"u8);

    private void WriteIri(Iri iri)
    {
        _output.Write("<"u8);
        _output.Write(iri.Value);
        _output.Write(">"u8);
    }
}
