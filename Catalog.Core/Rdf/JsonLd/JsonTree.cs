using System.Text;
using System.Text.Json;

namespace Catalog.Core.Rdf.JsonLd;

/// <summary>
/// Reads JSON into <see cref="JsonValue"/>s. Arrays that are large and near the top, the datasets of a catalog, are
/// only checked, and read item by item when their turn comes, so that a document of any size takes little more memory
/// than its text.
/// </summary>
internal sealed class JsonTree
{
    /// <summary>Bytes from which an array is left for later. 1 MiB: as a tree it takes some ten times as much.</summary>
    private const int LargeArray = 1024 * 1024;

    /// <summary>Levels down to which arrays are left for later: the whole document, a member of it, a member of an only item.</summary>
    private const int LazyDepth = 2;

    private readonly ReadOnlyMemory<byte> _json;
    private readonly JsonReaderOptions _options;
    private readonly JsonLdReport? _report;
    private readonly JsonNames _names = new();
    private bool _noticing;

    private JsonTree(ReadOnlyMemory<byte> json, Limits limits, bool lenient, JsonLdReport? report)
    {
        _json = json;
        _report = report;
        _options = new JsonReaderOptions
        {
            MaxDepth = limits.MaxJsonDepth,
            AllowTrailingCommas = lenient,
            CommentHandling = lenient ? JsonCommentHandling.Allow : JsonCommentHandling.Disallow,
        };
    }

    /// <summary>The value of a document, or a fault that tells where it breaks.</summary>
    public static JsonValue Read(ReadOnlyMemory<byte> json, JsonLdReport report)
    {
        var limits = report.Options.Limits;
        var tree = new JsonTree(json, limits, report.Options.Lenient, report);
        var reader = new Utf8JsonReader(json.Span, tree._options);
        tree._noticing = report.Options.Lenient;
        try
        {
            tree.Next(ref reader);
            var root = tree.ReadValue(ref reader, 0, LazyDepth);
            while (reader.Read()) tree.Notice(ref reader);
            tree._noticing = false;
            return root;
        }
        catch (JsonException e)
        {
            var tooDeep = reader.CurrentDepth >= limits.MaxJsonDepth;
            var at = new JsonValue(JsonKind.Null, OffsetOf(json.Span, e));
            throw new JsonLdFault(
                tooDeep ? RdfErrorCodes.LimitExceeded : RdfErrorCodes.Syntax,
                tooDeep ? $"The JSON is nested deeper than {limits.MaxJsonDepth} levels." : "This is no JSON: " + Reason(e), at) { EndsReading = true };
        }
    }

    /// <summary>A context from elsewhere: no places, and null when it is no JSON.</summary>
    public static JsonValue? ReadDetached(ReadOnlyMemory<byte> json, Limits limits)
    {
        if (json.Span.StartsWith("\uFEFF"u8)) json = json[3..];
        var tree = new JsonTree(json, limits, true, null);
        var reader = new Utf8JsonReader(json.Span, tree._options);
        try
        {
            if (!System.Text.Unicode.Utf8.IsValid(json.Span)) return null;
            tree.Next(ref reader);
            var root = tree.ReadValue(ref reader, 0, 0);
            while (reader.Read())
            {
                // What follows the value is read so that it cannot be wrong.
            }
            return root;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The items of an array that was left for later, one at a time.</summary>
    public void ForEachItem(JsonValue array, Action<JsonValue> read)
    {
        // It has been checked when it was passed: no fault can come from its grammar now.
        var reader = new Utf8JsonReader(_json.Span[array.Offset..array.UnreadEnd], _options);
        reader.Read();
        while (Next(ref reader) && reader.TokenType != JsonTokenType.EndArray) read(ReadValue(ref reader, array.Offset, 0));
    }

    public List<JsonValue> ReadAll(JsonValue array)
    {
        var items = new List<JsonValue>();
        ForEachItem(array, items.Add);
        return items;
    }

    private JsonValue ReadValue(ref Utf8JsonReader reader, int start, int lazyLevels)
    {
        var offset = _report is null ? -1 : start + (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return JsonValue.OfText(Text(ref reader), offset);
            case JsonTokenType.Number: return JsonValue.OfNumber(Encoding.ASCII.GetString(reader.ValueSpan), offset);
            case JsonTokenType.True: return new JsonValue(JsonKind.True, offset);
            case JsonTokenType.False: return new JsonValue(JsonKind.False, offset);
            case JsonTokenType.Null: return new JsonValue(JsonKind.Null, offset);
            case JsonTokenType.StartArray:
                if (lazyLevels > 0 && IsLarge(reader)) return Leave(ref reader, offset);
                var array = new JsonValue(JsonKind.Array, offset);
                while (Next(ref reader) && reader.TokenType != JsonTokenType.EndArray) array.Items.Add(ReadValue(ref reader, start, lazyLevels - 1));
                return array;
            default:
                var value = new JsonValue(JsonKind.Object, offset);
                while (Next(ref reader) && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.ValueIsEscaped ? Text(ref reader) : _names.Get(reader.ValueSpan);
                    Next(ref reader);
                    value.Set(name, ReadValue(ref reader, start, lazyLevels - 1));
                }
                return value;
        }
    }

    /// <summary>Looks ahead on a copy, no farther than it must.</summary>
    private bool IsLarge(Utf8JsonReader ahead)
    {
        if (_report is null || _json.Length < LargeArray) return false;
        var start = ahead.TokenStartIndex;
        var depth = ahead.CurrentDepth;
        while (ahead.Read() && ahead.TokenStartIndex - start < LargeArray)
            if (ahead.CurrentDepth == depth && ahead.TokenType == JsonTokenType.EndArray) return false;
        return true;
    }

    private JsonValue Leave(ref Utf8JsonReader reader, int offset)
    {
        var depth = reader.CurrentDepth;
        while (Next(ref reader) && reader.CurrentDepth > depth)
        {
            // Only for what is to be noticed.
        }
        return new JsonValue(JsonKind.Array, offset) { Unread = this, UnreadEnd = (int)reader.TokenStartIndex + 1 };
    }

    /// <summary>The next token that is no comment. What only a lenient reading bears is reported.</summary>
    private bool Next(ref Utf8JsonReader reader)
    {
        while (reader.Read())
        {
            Notice(ref reader);
            if (reader.TokenType != JsonTokenType.Comment) return true;
        }
        return false;
    }

    private void Notice(ref Utf8JsonReader reader)
    {
        if (!_noticing || _report is null) return;
        if (reader.TokenType == JsonTokenType.Comment)
        {
            _report.Skip(RdfErrorCodes.Syntax, "JSON has no comments.", (int)reader.TokenStartIndex);
        }
        else if (reader.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject)
        {
            var before = _json.Span[..(int)reader.TokenStartIndex].TrimEnd(" \t\r\n"u8);
            if (before.EndsWith(","u8)) _report.Skip(RdfErrorCodes.Syntax, "JSON has no comma before the end of an array or object.", before.Length - 1);
        }
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        // System.Text.Json refuses half of a surrogate pair, which real files have where a text was cut.
        if (!reader.ValueIsEscaped || (reader.ValueSpan.IndexOf("\\ud"u8) < 0 && reader.ValueSpan.IndexOf("\\uD"u8) < 0)) return reader.GetString()!;
        return JsonEscapes.Decode(reader.ValueSpan);
    }

    private static int OffsetOf(ReadOnlySpan<byte> json, JsonException e)
    {
        var offset = 0;
        for (var line = e.LineNumber ?? 0; line > 0; line--)
        {
            var end = json[offset..].IndexOf((byte)'\n');
            if (end < 0) break;
            offset += end + 1;
        }
        return (int)Math.Min(json.Length, offset + (e.BytePositionInLine ?? 0));
    }

    /// <summary>The reason without the place that the framework adds to it.</summary>
    private static string Reason(JsonException e)
    {
        var end = e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end < 0 ? e.Message : e.Message[..end];
    }
}
