using System.Buffers;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>RDF 1.1 Turtle, grouped by subject, UTF-8, with the same bytes for the same calls.</summary>
public sealed class TurtleWriter(Stream stream, RdfContext context) : IRdfSink
{
    /// <summary>Bytes gathered before they are handed on. 64 KiB: few system calls, and small beside one dataset's objects.</summary>
    public const int FlushThreshold = 64 * 1024;

    /// <summary>Short names kept at hand. 512: the vocabularies have about 200; harvested property names must not fill memory.</summary>
    private const int MaxShortNames = 512;

    private readonly ArrayBufferWriter<byte> _buffer = new(FlushThreshold * 2);
    private readonly Dictionary<Iri, string> _shortNames = [];
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
                Write(" , ");
            }
            else
            {
                WriteSeparator();
                Write("a ");
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
        QuotedString.Write(_buffer, value);
        if (LanguageTag.Clean(language) is not { } tag) return;
        Write("@");
        Write(tag);
    }

    public void Typed(Iri predicate, string value, Iri datatype)
    {
        WritePredicate(predicate);
        QuotedString.Write(_buffer, value);
        Write("^^");
        WriteName(datatype);
    }

    public void EndSubject()
    {
        if (_subjectWritten) Write(" .\n\n");
    }

    public ValueTask FlushAsync(CancellationToken ct) =>
        _buffer.WrittenCount < FlushThreshold ? ValueTask.CompletedTask : WriteOutAsync(ct);

    public async ValueTask CompleteAsync(CancellationToken ct)
    {
        Start();
        await WriteOutAsync(ct);
        await stream.FlushAsync(ct);
    }

    private async ValueTask WriteOutAsync(CancellationToken ct)
    {
        await stream.WriteAsync(_buffer.WrittenMemory, ct);
        _buffer.ResetWrittenCount();
    }

    private void Start()
    {
        if (_started) return;
        _started = true;
        foreach (var prefix in context.Prefixes) Write($"@prefix {prefix.Name}: <{prefix.Namespace}> .\n");
        Write("\n");
    }

    private void WritePredicate(Iri predicate)
    {
        if (_subjectWritten && predicate == _predicate)
        {
            Write(" ,\n        ");
            return;
        }
        WriteSeparator();
        WriteName(predicate);
        Write(" ");
        _predicate = predicate;
    }

    /// <summary>The subject before its first property, a semicolon before the others.</summary>
    private void WriteSeparator()
    {
        if (_subjectWritten)
        {
            Write(" ;\n    ");
            return;
        }
        WriteName(_subject);
        Write(" ");
        _subjectWritten = true;
    }

    private void WriteName(Iri iri)
    {
        if (_shortNames.TryGetValue(iri, out var known))
        {
            Write(known);
        }
        else if (context.Shorten(iri) is { } name)
        {
            if (_shortNames.Count < MaxShortNames) _shortNames.Add(iri, name);
            Write(name);
        }
        else
        {
            Write("<");
            Write(iri.Value);
            Write(">");
        }
    }

    private void Write(ReadOnlySpan<char> text) => Encoding.UTF8.GetBytes(text, _buffer);
}
