using System.Text.Json;
using Catalog.Core;

namespace Catalog.Harvest.Sources;

/// <summary>A part of a large JSON object: a whole member, one item of the list, or an item passed over as too large.</summary>
internal abstract record JsonPart
{
    private JsonPart()
    {
    }

    public sealed record Member(string Name, byte[] Value) : JsonPart;

    public sealed record ListBegin : JsonPart;

    public sealed record Item(int Index, byte[] Value) : JsonPart;

    public sealed record OversizedItem(int Index) : JsonPart;
}

/// <summary>
/// Reads a JSON object of any size from a stream, item by item of one of its lists: a data.json of 200 MB needs memory
/// for its largest record only. Bytes are handed out as they were written. How the stream cuts its bytes into reads
/// makes no difference to what comes out.
/// </summary>
/// <param name="bufferBytes">Bytes of the first buffer, at least 3; it grows with the records.</param>
internal sealed class JsonListStream(Stream stream, string listMember, Limits limits, int bufferBytes = 128 * 1024)
{
    /// <summary>How many times the record limit the buffer may grow to, for a token that cannot flow by in parts. 4: 64 MiB by default.</summary>
    private const int MaxBufferOfRecord = 4;

    /// <summary>
    /// Depth of nesting that the document may have. 1,000: far beyond what a record may have, so that one absurd record
    /// is turned away by itself and does not end the gather.
    /// </summary>
    private const int MaxDocumentDepth = 1000;

    private enum Phase
    {
        Root,
        Members,
        Items,
        SkippingItem,
        Behind,
        End,
    }

    private enum Extent
    {
        Whole,
        More,
        TooLarge,
    }

    private byte[] _buffer = new byte[bufferBytes];
    private int _start;
    private int _end;
    private bool _begun;
    private bool _final;
    private Phase _phase = Phase.Root;
    private int _index;
    private int _skipDepth;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaxDocumentDepth });

    /// <summary>
    /// The next part, or null at the end. Throws <see cref="JsonException"/> on anything that is not JSON, and its
    /// <see cref="JsonTooLargeException"/> on what the limits do not allow.
    /// </summary>
    public async Task<JsonPart?> NextAsync(CancellationToken ct)
    {
        if (!_begun) await BeginAsync(ct);
        while (true)
        {
            if (TryStep(out var part))
            {
                if (part is not null) return part;
                if (_phase == Phase.End) return null;
                continue;
            }
            if (_final) throw new JsonException("The document breaks off before its end.");
            await FillAsync(ct);
        }
    }

    /// <summary>Takes one step; false when more bytes are needed. The position moves only by whole steps.</summary>
    private bool TryStep(out JsonPart? part)
    {
        part = null;
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
        switch (_phase)
        {
            case Phase.Root:
                if (!reader.Read()) return false;
                if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The document is not a JSON object.");
                _phase = Phase.Members;
                break;
            case Phase.Members:
                if (!reader.Read()) return false;
                if (reader.TokenType == JsonTokenType.EndObject)
                {
                    _phase = Phase.Behind;
                    break;
                }
                var name = Name(ref reader);
                if (!reader.Read()) return false;
                if (name == listMember && reader.TokenType == JsonTokenType.StartArray)
                {
                    _phase = Phase.Items;
                    part = new JsonPart.ListBegin();
                    break;
                }
                switch (TrySkip(ref reader, out var value))
                {
                    case Extent.More:
                        return false;
                    case Extent.TooLarge:
                        throw new JsonTooLargeException($"The member '{name}' is larger than {limits.MaxRecordBytes} bytes.");
                    default:
                        part = new JsonPart.Member(name, value);
                        break;
                }
                break;
            case Phase.Items:
                if (!reader.Read()) return false;
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    _phase = Phase.Members;
                    break;
                }
                switch (TrySkip(ref reader, out var item))
                {
                    case Extent.More:
                        return false;
                    case Extent.Whole:
                        part = new JsonPart.Item(_index++, item);
                        break;
                    case Extent.TooLarge when reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray):
                        part = new JsonPart.OversizedItem(_index++);
                        break;
                    default:
                        // Begin again at the item's first token and let the rest flow by.
                        reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
                        reader.Read();
                        _skipDepth = reader.CurrentDepth;
                        _phase = Phase.SkippingItem;
                        break;
                }
                break;
            case Phase.SkippingItem:
                if (!reader.Read()) return false;
                if (reader.CurrentDepth == _skipDepth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    _phase = Phase.Items;
                    part = new JsonPart.OversizedItem(_index++);
                }
                break;
            case Phase.Behind:
                // Nothing but blanks may follow; the reader itself throws on anything else.
                if (reader.Read() || !_final) return false;
                _phase = Phase.End;
                return true;
        }
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    /// <summary>A member's name, whatever its bytes are: that of a catalog in an old code page is no reason to fail.</summary>
    private static string Name(ref Utf8JsonReader reader)
    {
        using var name = JsonDocument.Parse(SourceText.AsUtf8([(byte)'"', .. reader.ValueSpan, (byte)'"']));
        return name.RootElement.GetString()!;
    }

    /// <summary>The value that begins at the reader's token. Its size alone decides what is too large, not where the buffer ends.</summary>
    private Extent TrySkip(ref Utf8JsonReader reader, out byte[] value)
    {
        var from = (int)reader.TokenStartIndex;
        value = [];
        if (!reader.TrySkip()) return _end - _start - from > limits.MaxRecordBytes ? Extent.TooLarge : Extent.More;
        var to = (int)reader.BytesConsumed;
        if (to - from > limits.MaxRecordBytes) return Extent.TooLarge;
        value = _buffer.AsSpan(_start + from, to - from).ToArray();
        return Extent.Whole;
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        _begun = true;
        await FillAsync(ct);
        // A byte order mark is no JSON, but many editors write one.
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8)) _start = 3;
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length)
        {
            var most = (int)Math.Min(MaxBufferOfRecord * (long)limits.MaxRecordBytes, Array.MaxLength);
            if (_end >= most) throw new JsonTooLargeException($"A single value is larger than {_end} bytes.");
            Array.Resize(ref _buffer, (int)Math.Min(_end * 2L, most));
        }
        // To the brim: after each filling the record under way is scanned anew, and that must not happen for every few bytes.
        _end += await stream.ReadAtLeastAsync(_buffer.AsMemory(_end), _buffer.Length - _end, throwOnEndOfStream: false, ct);
        _final = _end < _buffer.Length;
    }
}

/// <summary>JSON, but more of it in one piece than the limits allow.</summary>
internal sealed class JsonTooLargeException(string message) : JsonException(message);
