using System.Text;
using Catalog.Core;
using Catalog.Core.Rdf;

namespace Catalog.Tests.Core.Rdf;

/// <summary>What a stranger's document may cost: each bound holds, strictly and leniently, and memory does not grow with the document.</summary>
public sealed class RdfReaderBoundsTests
{
    private static readonly Limits Small = Limits.Default with { MaxRdfLiteralLength = 1000, MaxRdfIriLength = 200, MaxRdfDepth = 8, MaxRdfPrefixes = 5 };

    private static readonly TestCaseData[] TooMuch =
    [
        new(RdfSyntax.Turtle, $"\"{new string('x', 1001)}\""),
        new(RdfSyntax.Turtle, $"\"\"\"{new string('x', 1001)}\"\"\""),
        new(RdfSyntax.Turtle, $"\"\\t{new string('x', 1000)}\""),
        new(RdfSyntax.Turtle, $"\"{new string('x', 500_000)}\""),
        new(RdfSyntax.Turtle, $"'{string.Concat(Enumerable.Repeat("\\n", 200_000))}'"),
        new(RdfSyntax.Turtle, $"<http://{new string('x', 200)}>"),
        new(RdfSyntax.Turtle, $"<http://{new string('x', 300_000)}>"),
        new(RdfSyntax.Turtle, $":{new string('x', 201)}"),
        new(RdfSyntax.Turtle, $":{new string('x', 300_000)}"),
        new(RdfSyntax.Turtle, $":a{new string('.', 300_000)}b"),
        new(RdfSyntax.Turtle, $"{new string('x', 300_000)}:a"),
        new(RdfSyntax.Turtle, $"_:{new string('x', 201)}"),
        new(RdfSyntax.Turtle, $"_:{new string('x', 300_000)}"),
        new(RdfSyntax.Turtle, new string('1', 201)),
        new(RdfSyntax.Turtle, new string('1', 300_000)),
        new(RdfSyntax.Turtle, "\"x\"@" + new string('x', 300_000)),
        new(RdfSyntax.Turtle, $"{new string('(', 9)}1{new string(')', 9)}"),
        new(RdfSyntax.Turtle, new string('(', 300_000)),
        new(RdfSyntax.Turtle, string.Concat(Enumerable.Repeat("[ :p ", 9)) + "1" + new string(']', 9)),
        new(RdfSyntax.Turtle, string.Concat(Enumerable.Repeat("[ :p (", 100_000))),
        new(RdfSyntax.NTriples, $"\"{new string('x', 1001)}\""),
        new(RdfSyntax.NTriples, $"<http://{new string('x', 200)}>"),
        new(RdfSyntax.NTriples, $"_:{new string('x', 201)}"),
    ];

    [TestCaseSource(nameof(TooMuch))]
    public void WordBeyondItsBound_CostsItsStatement(RdfSyntax syntax, string term)
    {
        var prefix = syntax == RdfSyntax.Turtle ? "@prefix : <http://e/> .\n" : "";
        var text = $"{prefix}<http://a> <http://p> \"1\" .\n<http://b> <http://p> {term} .\n<http://c> <http://p> \"3\" .\n";
        var strict = Reading.Of(text, syntax, limits: Small);
        var lenient = Reading.Of(text, syntax, lenient: true, limits: Small);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(strict.Result.Failure?.Code, Is.EqualTo(RdfErrorCodes.LimitExceeded));
            Assert.That(strict.Result.Failure?.Line, Is.EqualTo(prefix.Length > 0 ? 3 : 2));
            Assert.That(lenient.Result.Skipped.Select(e => e.Code).Distinct(), Is.EqualTo(new[] { RdfErrorCodes.LimitExceeded }));
            Assert.That(lenient.Quads[0].Subject.Value, Is.EqualTo("http://a"));
            Assert.That(lenient.Quads[^1].Subject.Value, Is.EqualTo("http://c"));
        }
    }

    [TestCase("\"{0}\"", 1000)]
    [TestCase("\"\"\"{0}\"\"\"", 1000)]
    [TestCase("<{0}>", 200)]
    [TestCase("_:{0}", 200)]
    public void WordAtItsBound_IsRead(string term, int length)
    {
        var value = "u:" + new string('x', length - 2);
        if (term[0] == '_') value = value.Replace(':', '_');
        var reading = Reading.Of($"<http://s> <http://p> {string.Format(System.Globalization.CultureInfo.InvariantCulture, term, value)} .", RdfSyntax.Turtle, limits: Small);
        Assert.That(reading.Quads.Single().Object.Value, Is.EqualTo(value));
    }

    [Test]
    public void Prefixes_AreBounded()
    {
        var text = string.Concat(Enumerable.Range(0, 6).Select(n => $"@prefix p{n}: <http://e/{n}/> .\n")) + "p0:a p0:b p0:c . p5:a p0:b p0:c .";
        Assert.That(Reading.Of(text, RdfSyntax.Turtle, limits: Small).Result.Failure?.Code, Is.EqualTo(RdfErrorCodes.LimitExceeded));
        Assert.That(Reading.Of(text, RdfSyntax.Turtle, lenient: true, limits: Small).Lines[0], Is.EqualTo("<http://e/0/a> <http://e/0/b> <http://e/0/c>"));
    }

    [TestCase(RdfSyntax.NTriples)]
    [TestCase(RdfSyntax.NQuads)]
    [TestCase(RdfSyntax.Turtle)]
    [TestCase(RdfSyntax.TriG)]
    public void Memory_DoesNotGrowWithTheDocument(RdfSyntax syntax)
    {
        const int Count = 120_000;
        long early = 0;
        long late = 0;
        var read = 0;
        using var stream = new EndlessTriples(Count);
        var result = RdfReader.Read(stream, syntax, new RdfReadOptions(), _ =>
        {
            read++;
            if (read == Count / 10) early = GC.GetTotalMemory(forceFullCollection: true);
            if (read == Count - 1) late = GC.GetTotalMemory(forceFullCollection: true);
        }, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((result.Failure, result.Quads), Is.EqualTo(((RdfError?)null, (long)Count)));
            // Every subject, object and label of the document is another one: they pass through the cache and leave.
            Assert.That(late - early, Is.LessThan(4 * 1024 * 1024), "bytes");
        }
    }

    [Test]
    public void Cancellation_EndsTheReading()
    {
        using var source = new CancellationTokenSource();
        using var stream = new EndlessTriples(long.MaxValue);
        Assert.That(() => RdfReader.Read(stream, RdfSyntax.NTriples, new RdfReadOptions(), _ => source.Cancel(), source.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Lines made as they are read, no two alike.</summary>
    private sealed class EndlessTriples(long lines) : Stream
    {
        private byte[] _line = [];
        private int _given;
        private long _made;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_given == _line.Length)
            {
                if (_made == lines) return 0;
                var text = new StringBuilder();
                for (var n = 0; n < 100 && _made < lines; n++, _made++)
                    text.Append(System.Globalization.CultureInfo.InvariantCulture, $"<http://e.example/dataset/{_made}> <http://e.example/p/{_made % 7}> ").Append(_made % 3 == 0 ? $"_:b{_made}" : $"\"value {_made}\"@es").Append(" .\n");
                _line = Encoding.UTF8.GetBytes(text.ToString());
                _given = 0;
            }
            var given = Math.Min(count, _line.Length - _given);
            _line.AsSpan(_given, given).CopyTo(buffer.AsSpan(offset));
            _given += given;
            return given;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
