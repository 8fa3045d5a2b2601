using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>RDF 1.1 Turtle, grouped by subject, UTF-8, with the same bytes for the same calls.</summary>
public sealed class TurtleWriter(Stream stream, RdfContext context) : IRdfSink
{
    /// <summary>Bytes gathered before they are handed on.</summary>
    public const int FlushThreshold = RdfOutput.FlushThreshold;

    private readonly RdfOutput _output = new(stream);
    private readonly WordCache<byte[]> _shortNames = new();
    private bool _started;
    private Iri _subject;
    private Iri _predicate;
    private bool _subjectWritten;

    public void BeginSubject(Iri subject, params ReadOnlySpan<Iri> types)
    {
        Start();
        _subject = subject;
        _subjectWritten = false;
        _predicate = default;
        for (var i = 0; i < types.Length; i++)
        {
            if (i > 0)
            {
                _output.Write(" , "u8);
            }
            else
            {
                WriteSeparator();
                _output.Write("a "u8);
            }
            WriteName(types[i]);
        }
    }

    public void Link(Iri predicate, Iri value)
    {
        WritePredicate(predicate);
        WriteName(value);
    }

    public void Literal(Iri predicate, string value, string? language = null)
    {
        WritePredicate(predicate);
        QuotedString.Write(_output, value);
        if (LanguageTag.Clean(language) is not { } tag) return;
        _output.Write("@"u8);
        _output.Write(tag);
    }

    public void Typed(Iri predicate, string value, Iri datatype)
    {
        WritePredicate(predicate);
        QuotedString.Write(_output, value);
        _output.Write("^^"u8);
        WriteName(datatype);
    }

    public void EndSubject()
    {
        if (_subjectWritten) _output.Write(" .\n\n"u8);
    }

    public ValueTask FlushAsync(CancellationToken ct) => _output.FlushAsync(ct);

    public ValueTask CompleteAsync(CancellationToken ct)
    {
        Start();
        return _output.CompleteAsync(ct);
    }

    /// <summary>Opens a block of TriG, in which the subjects of one graph stand (RDF 1.1 TriG §2.2).</summary>
    internal void OpenGraph(Iri graph)
    {
        Start();
        WriteName(graph);
        _output.Write(" {\n"u8);
    }

    internal void CloseGraph() => _output.Write("}\n\n"u8);

    private void Start()
    {
        if (_started) return;
        _started = true;
        foreach (var prefix in context.Prefixes) _output.Write($"@prefix {prefix.Name}: <{prefix.Namespace}> .\n");
        _output.Write("\n"u8);
    }

    private void WritePredicate(Iri predicate)
    {
        if (_subjectWritten && predicate == _predicate)
        {
            _output.Write(" ,\n        "u8);
            return;
        }
        WriteSeparator();
        WriteName(predicate);
        _output.Write(" "u8);
        _predicate = predicate;
    }

    /// <summary>The subject before its first property, a semicolon before the others.</summary>
    private void WriteSeparator()
    {
        if (_subjectWritten)
        {
            _output.Write(" ;\n    "u8);
            return;
        }
        WriteName(_subject);
        _output.Write(" "u8);
        _subjectWritten = true;
    }

    private void WriteName(Iri iri)
    {
        if (_shortNames.Find(iri.Value) is { } known)
        {
            _output.Write(known);
        }
        else if (context.Shorten(iri) is { } name)
        {
            _output.Write(_shortNames.Keep(iri.Value, Encoding.UTF8.GetBytes(name)));
        }
        else
        {
            _output.Write("<"u8);
            _output.Write(iri.Value);
            _output.Write(">"u8);
        }
    }
}
