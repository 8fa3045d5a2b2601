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
/// for its largest record only. Bytes are handed out as they were written.
/// </summary>
internal sealed class JsonListStream(Stream stream, string listMember, Limits limits)
{
    /// <summary>How many times the record limit one token of a record that is passed over may have. 4: 64 MiB by default.</summary>
    private const int MaxTokenOfSkipped = 4;

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
        End,
    }

    private byte[] _buffer = new byte[128 * 1024];
    private int _start;
    private int _end;
    private bool _final;
    private long _total;
    private Phase _phase = Phase.Root;
    private int _index;
    private int _skipDepth;
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = MaxDocumentDepth, CommentHandling = JsonCommentHandling.Skip });

    /// <summary>The next part, or null at the end. Throws <see cref="JsonException"/> on anything that is not JSON.</summary>
    public async Task<JsonPart?> NextAsync(CancellationToken ct)
    {
        if (_total == 0) await FillAsync(ct);
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
                    _phase = Phase.End;
                    break;
                }
                var name = reader.GetString()!;
                if (!reader.Read()) return false;
                if (name == listMember && reader.TokenType == JsonTokenType.StartArray)
                {
                    _phase = Phase.Items;
                    part = new JsonPart.ListBegin();
                    break;
                }
                if (TrySkip(ref reader, out var value)) part = new JsonPart.Member(name, value);
                else if (Room <= 0) throw new JsonException($"The member '{name}' is larger than {limits.MaxRecordBytes} bytes.");
                else return false;
                break;
            case Phase.Items:
                if (!reader.Read()) return false;
                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    _phase = Phase.Members;
                    break;
                }
                if (TrySkip(ref reader, out var item)) part = item.Length <= limits.MaxRecordBytes ? new JsonPart.Item(_index, item) : new JsonPart.OversizedItem(_index);
                else if (Room > 0) return false;
                else
                {
                    // Begin again at the item's first token and let the rest flow by.
                    reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _final, _state);
                    reader.Read();
                    _skipDepth = reader.CurrentDepth;
                    _phase = Phase.SkippingItem;
                }
                if (part is not null) _index++;
                break;
            case Phase.SkippingItem:
                // A token cannot flow by in parts, so a monstrous string ends the gather.
                if (!reader.Read()) return _end - _start < MaxTokenOfSkipped * (long)limits.MaxRecordBytes ? false : throw new JsonException($"A single value is larger than {MaxTokenOfSkipped} times {limits.MaxRecordBytes} bytes.");
                if (reader.CurrentDepth == _skipDepth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                {
                    _phase = Phase.Items;
                    part = new JsonPart.OversizedItem(_index++);
                }
                break;
        }
        _start += (int)reader.BytesConsumed;
        _state = reader.CurrentState;
        return true;
    }

    /// <summary>Bytes that the record under way may still grow by.</summary>
    private int Room => limits.MaxRecordBytes - (_end - _start);

    private bool TrySkip(ref Utf8JsonReader reader, out byte[] value)
    {
        var from = (int)reader.TokenStartIndex;
        value = [];
        if (!reader.TrySkip()) return false;
        // A number at the very end of the buffer may go on in the next one.
        var to = (int)reader.BytesConsumed;
        if (!_final && reader.TokenType == JsonTokenType.Number && _start + to == _end) return false;
        value = _buffer.AsSpan(_start + from, to - from).ToArray();
        return true;
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, (int)Math.Min((long)_buffer.Length * 2, int.MaxValue / 2));
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), ct);
        if (read == 0)
        {
            _final = true;
            return;
        }
        // A byte order mark is no JSON, but many editors write one.
        if (_total == 0 && read >= 3 && _buffer.AsSpan(0, 3).SequenceEqual("\uFEFF"u8)) _start = 3;
        _end += read;
        _total += read;
        if (_total > limits.MaxCatalogBytes) throw new JsonException($"The document is larger than {limits.MaxCatalogBytes} bytes.");
    }
}
