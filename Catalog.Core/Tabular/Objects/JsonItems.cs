using System.Text;
using System.Text.Json;
using Catalog.Core.Tabular.Archives;

namespace Catalog.Core.Tabular.Objects;

/// <summary>Takes an item of a list; it is the reader's own and good until the next one.</summary>
/// <returns>Whether to go on.</returns>
internal delegate bool JsonItemHandler(JsonElement item, long offset);

/// <summary>
/// The items of a JSON text one after the other, with memory for one: the members of its list, wherever in the document
/// it stands, or its lines (JSON Lines).
/// </summary>
internal sealed class JsonItems(ByteSource source, Encoding? encoding, int mark, Limits limits)
{
    /// <summary>Where the list stands: null for a text of many values, empty for a list at the top, else the name of a member of the top object.</summary>
    public string? Member { get; init; }

    /// <summary>Whether the text is a row of values without a list around them.</summary>
    public bool Lines { get; init; }

    /// <summary>Reads the items; returns whether the text was whole.</summary>
    public bool Read(JsonItemHandler onItem, CancellationToken ct)
    {
        using var stream = Open();
        var buffer = new byte[64 * 1024];
        int length = 0, position = 0;
        long offset = mark;
        var state = new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = limits.MaxJsonDepth * 2, AllowMultipleValues = Lines });
        var inList = Lines;
        string? property = null;
        var ended = false;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(position, length - position), ended, state);
            var start = 0L;
            while (true)
            {
                start = reader.BytesConsumed;
                var before = reader.CurrentState;
                if (!reader.Read())
                {
                    if (ended) return reader.CurrentDepth == 0;
                    state = before;
                    break;
                }
                if (!inList)
                {
                    if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1) property = reader.GetString();
                    if (reader.TokenType != JsonTokenType.StartArray || (Member!.Length == 0 ? reader.CurrentDepth != 0 : reader.CurrentDepth != 1 || property != Member)) continue;
                    inList = true;
                    continue;
                }
                if (!Lines && reader.TokenType == JsonTokenType.EndArray) return true;
                var token = reader.TokenStartIndex;
                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && !reader.TrySkip())
                {
                    // The item goes on beyond the buffer: it is read anew once more of it is there.
                    state = before;
                    break;
                }
                ct.ThrowIfCancellationRequested();
                using var item = JsonDocument.Parse(buffer.AsMemory(position + (int)token, (int)(reader.BytesConsumed - token)), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = limits.MaxJsonDepth * 2 });
                if (!onItem(item.RootElement, offset + position + token)) return true;
                start = reader.BytesConsumed;
                state = reader.CurrentState;
            }
            position += (int)start;
            if (ended) return false;
            Refill(stream, ref buffer, ref length, ref position, ref offset, ref ended);
        }
    }

    private Stream Open()
    {
        var stream = source.Open();
        if (encoding is not null) stream = Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8);
        Span<byte> skipped = stackalloc byte[3];
        if (mark > 0) stream.ReadExactly(skipped[..mark]);
        return stream;
    }

    private void Refill(Stream stream, ref byte[] buffer, ref int length, ref int position, ref long offset, ref bool ended)
    {
        buffer.AsSpan(position, length - position).CopyTo(buffer);
        offset += position;
        length -= position;
        position = 0;
        if (length == buffer.Length)
        {
            if (buffer.Length > limits.MaxTableCellLength * 2L) throw new LimitExceededException("un elemento de la lista es demasiado grande", "an item of the list is too large");
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.Read(buffer, length, buffer.Length - length);
        ended = read == 0;
        length += read;
    }
}
