using System.Text;
using System.Text.Unicode;
using Catalog.Core.Rdf.JsonLd;

namespace Catalog.Core.Rdf;

/// <summary>
/// Reads JSON-LD 1.1: expansion and deserialization to RDF (JSON-LD 1.1 API §5.1, §8.1). The text of the document is
/// held whole, for a context may stand at its end; of what it says only one item of a large array at a time.
/// </summary>
public static class JsonLdReader
{
    /// <summary>Bytes first set aside for a stream that does not tell its length.</summary>
    private const int FirstBuffer = 64 * 1024;

    public static RdfReadResult Read(Stream stream, RdfReadOptions options, QuadHandler onQuad, CancellationToken ct) =>
        Read(stream, options, JsonLdOptions.Default, onQuad, ct);

    public static RdfReadResult Read(Stream stream, RdfReadOptions options, JsonLdOptions json, QuadHandler onQuad, CancellationToken ct)
    {
        var report = new JsonLdReport(options);
        var emitter = new QuadEmitter(report, json, onQuad, ct);
        RdfError? failure = null;
        try
        {
            var document = ReadText(stream, report, ct);
            report.Begin(document);
            var contexts = new ContextProcessor(new ContextLoader(report), report);
            var root = JsonTree.Read(document, report);
            var active = new ActiveContext(options.BaseIri);
            if (json.Context is { } given && JsonTree.ReadDetached(given, options.Limits) is { } local)
                active = contexts.Process(active, local.Find("@context") ?? local, options.BaseIri);
            new DocumentReader(contexts, new Expander(contexts, report), emitter, report).Read(active, root);
        }
        catch (JsonLdFault fault)
        {
            failure = report.ErrorOf(fault);
        }
        return new RdfReadResult { Quads = emitter.Quads, Failure = failure, Skipped = report.Skipped, SkippedCount = report.SkippedCount };
    }

    /// <summary>The document in UTF-8, without its byte order mark.</summary>
    private static ReadOnlyMemory<byte> ReadText(Stream stream, JsonLdReport report, CancellationToken ct)
    {
        var limit = (int)Math.Min(Array.MaxLength, report.Options.Limits.MaxCatalogBytes);
        var buffer = new byte[stream.CanSeek ? Math.Min(limit, Math.Max(stream.Length - stream.Position, 0)) + 1 : FirstBuffer];
        var length = 0;
        for (int read; (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            ct.ThrowIfCancellationRequested();
            length += read;
            if (length > limit) throw new JsonLdFault(RdfErrorCodes.LimitExceeded, $"The document is longer than {limit} bytes.") { EndsReading = true };
            if (length == buffer.Length) Array.Resize(ref buffer, (int)Math.Min(limit + 1L, buffer.Length * 2L));
        }
        var text = buffer.AsMemory(0, length);
        if (text.Span.StartsWith("\uFEFF"u8)) text = text[3..];
        else if (text.Span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) text = FromUtf16(text, report);
        if (Utf8.IsValid(text.Span)) return text;
        report.Begin(text);
        var offset = FirstInvalid(text.Span);
        const string message = "The text is not UTF-8.";
        if (!report.Options.Lenient) throw new JsonLdFault(RdfErrorCodes.BadEncoding, message, new JsonValue(JsonKind.Null, offset)) { EndsReading = true };
        report.Skip(RdfErrorCodes.BadEncoding, message, offset);
        return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text.Span));
    }

    // RFC 8259 §8.1 demands UTF-8; some programs write UTF-16 all the same.
    private static byte[] FromUtf16(ReadOnlyMemory<byte> text, JsonLdReport report)
    {
        const string message = "The text is in UTF-16, and JSON is in UTF-8.";
        if (!report.Options.Lenient) throw new JsonLdFault(RdfErrorCodes.BadEncoding, message) { EndsReading = true };
        report.Skip(RdfErrorCodes.BadEncoding, message, -1);
        var encoding = text.Span[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return Encoding.UTF8.GetBytes(encoding.GetString(text.Span[2..]));
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var used) == System.Buffers.OperationStatus.Done) offset += used;
        return offset;
    }
}
