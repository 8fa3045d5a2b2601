using System.Text;
using System.Text.Json;
using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular.Objects;

/// <summary>Opens a JSON text: a list of objects or of lists, one within an object, JSON Lines, or GeoJSON (RFC 7946).</summary>
internal static class JsonFile
{
    /// <summary>The tables; null when the text is not JSON at all, but something that begins like it.</summary>
    public static TableResult? Open(ByteSource source, byte[] head, Limits limits, CancellationToken ct)
    {
        var (encoding, mark) = EncodingOf(head);
        try
        {
            if (Shape(source, encoding, mark, limits, ct) is not { } shape) return null;
            var items = new JsonItems(source, encoding, mark, limits) { Member = shape.Member, Lines = shape.Lines };
            return JsonTable.Open(items, shape.Format, shape.Member ?? "", limits, ct) is { } table
                ? new TableResult.Found(shape.Format, [table])
                : TableFile.Fail(TableFailureCodes.NotATable, "", "Es JSON sin una lista de objetos.", "It is JSON without a list of objects.", "Publique una lista de objetos, uno por fila.", "Publish a list of objects, one a row.");
        }
        catch (JsonException e)
        {
            return !BeginsObject(head) && (e.BytePositionInLine is null || IsNearBeginning(e, head) || !BeginsList(head)) ? null
                : TableFile.Fail(TableFailureCodes.Broken, $"{(e.LineNumber ?? 0) + 1}:{e.BytePositionInLine + 1}", $"JSON dañado en la línea {(e.LineNumber ?? 0) + 1}.", $"Damaged JSON at line {(e.LineNumber ?? 0) + 1}.");
        }
    }

    // What breaks within its first signs was never JSON, unless it begins with a name and a colon: a CSV may begin with a
    // bracket.
    private static bool BeginsObject(ReadOnlySpan<byte> head)
    {
        var at = head.IndexOf((byte)'{');
        if (at is < 0 or > 3 || head[(at + 1)..].TrimStart(" \t\r\n"u8) is not [(byte)'"', .. var name]) return false;
        var end = name.IndexOf((byte)'"');
        return end < 0 || name[(end + 1)..].TrimStart(" \t\r\n"u8) is [] or [(byte)':', ..];
    }

    /// <summary>A list of objects or of lists, whatever the encoding.</summary>
    private static bool BeginsList(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> blanks = [0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];
        var at = head.IndexOf((byte)'[');
        return at >= 0 && head[(at + 1)..].TrimStart(blanks) is [(byte)'{' or (byte)'[', ..];
    }

    private static bool IsNearBeginning(JsonException e, ReadOnlySpan<byte> head)
    {
        // Blank lines before it do not count, whatever the encoding.
        ReadOnlySpan<byte> blanks = [0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0xEF, 0xBB, 0xBF, 0xFE, 0xFF];
        return (e.LineNumber ?? 0) <= head[..Math.Max(0, head.IndexOfAnyExcept(blanks))].Count((byte)'\n') && e.BytePositionInLine < 40;
    }

    private static (Encoding? Encoding, int Mark) EncodingOf(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((byte[])[0xEF, 0xBB, 0xBF])) return (null, 3);
        if (head.StartsWith((byte[])[0xFF, 0xFE])) return (Encoding.Unicode, 3);
        if (head.StartsWith((byte[])[0xFE, 0xFF])) return (Encoding.BigEndianUnicode, 3);
        return (null, 0);
    }

    /// <summary>Finds the list: walks the document until it stands before one.</summary>
    private static (string Format, string? Member, bool Lines)? Shape(ByteSource source, Encoding? encoding, int mark, Limits limits, CancellationToken ct)
    {
        using var stream = encoding is null ? source.Open() : Encoding.CreateTranscodingStream(source.Open(), encoding, Encoding.UTF8);
        var buffer = new byte[256 * 1024];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var text = buffer.AsSpan(mark, Math.Max(0, read - mark));
        ct.ThrowIfCancellationRequested();
        var options = new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = limits.MaxJsonDepth * 2, AllowMultipleValues = true };
        var reader = new Utf8JsonReader(text, read < buffer.Length, new JsonReaderState(options));
        if (!reader.Read()) return null;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            // Lists one a line are rows as well.
            var first = reader;
            return first.TrySkip() && first.Read() ? ("jsonl", null, true) : ("json", "", false);
        }
        if (reader.TokenType != JsonTokenType.StartObject) return null;
        var after = reader;
        if (after.TrySkip() && after.Read()) return ("jsonl", null, true);
        return InObject(ref reader);
    }

    private static (string Format, string? Member, bool Lines)? InObject(ref Utf8JsonReader reader)
    {
        string? found = null;
        var geo = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!reader.Read()) break;
            if (name == "type" && reader.TokenType == JsonTokenType.String) geo |= reader.ValueTextEquals("FeatureCollection"u8);
            if (reader.TokenType == JsonTokenType.StartArray && IsListOfRows(reader) && (found is null || name is "features" or "data" or "records" or "rows" or "results" or "items")) found = name;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !reader.TrySkip()) break;
        }
        if (found is not null) return (geo || found == "features" ? "geojson" : "json", found, false);
        return ("json", null, true);
    }

    private static bool IsListOfRows(Utf8JsonReader list) => list.Read() && list.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
}
