using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

/// <summary>A text read as RDF: the quads in N-Quads spelling, in the order of the document, and how it ended.</summary>
internal sealed record Reading(IReadOnlyList<Quad> Quads, RdfReadResult Result)
{
    public IReadOnlyList<string> Lines => [.. Quads.Select(q => $"{q.Subject} {q.Predicate} {q.Object}{(q.Graph is null ? "" : " " + q.Graph)}")];

    public static Reading Of(string text, RdfSyntax syntax, bool lenient = false, string? baseIri = null, Limits? limits = null) =>
        Of(new MemoryStream(Encoding.UTF8.GetBytes(text)), syntax, lenient, baseIri, limits);

    public static Reading Of(Stream stream, RdfSyntax syntax, bool lenient = false, string? baseIri = null, Limits? limits = null)
    {
        var quads = new List<Quad>();
        var options = new RdfReadOptions { Lenient = lenient, BaseIri = baseIri, Limits = limits ?? Limits.Default };
        var result = RdfReader.Read(stream, syntax, options, quads.Add, CancellationToken.None);
        Assert.That(result.Quads, Is.EqualTo(quads.Count));
        return new Reading(quads, result);
    }
}

/// <summary>A stream that gives a few bytes at a time, as networks do.</summary>
internal sealed class TrickleStream(byte[] bytes, int chunk) : Stream
{
    private int _position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _position; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var given = Math.Min(Math.Min(count, chunk), bytes.Length - _position);
        bytes.AsSpan(_position, given).CopyTo(buffer.AsSpan(offset));
        _position += given;
        return given;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
