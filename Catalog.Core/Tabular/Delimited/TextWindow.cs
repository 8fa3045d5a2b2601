using System.Buffers;
using System.Text;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// A window on the characters of a text that slides from its beginning to its end. It is as wide as the longest row,
/// never wider, and knows the byte at which each of its characters stood in the file.
/// </summary>
internal sealed class TextWindow : IDisposable
{
    private const int BlockSize = 128 * 1024;

    private readonly Stream _stream;
    private readonly EncodingChoice _encoding;
    private readonly Decoder? _decoder;
    private readonly char[]? _table;
    private readonly bool _asciiOnly;
    private readonly byte[] _bytes = new byte[BlockSize];
    private int _kept;
    private bool _streamEnded;

    // Of a text that is mostly UTF-8: the characters of this window that were single bytes, in order.
    private readonly List<int> _singles = [];

    /// <summary>Opens a window at a byte of the file, which must begin a character.</summary>
    public TextWindow(Stream stream, EncodingChoice encoding, long offset, bool asciiOnly)
    {
        _stream = stream;
        _encoding = encoding;
        _asciiOnly = asciiOnly;
        Offset = offset;
        if (encoding.Decoding == Decoding.Other) _decoder = encoding.Encoding.GetDecoder();
        if (encoding.Decoding == Decoding.SingleByte) _table = Table(encoding.Encoding);
        else _table = Table(Windows1252);
        Chars = new char[BlockSize * 2];
    }

    /// <summary>A window that shows a text in memory, all of it.</summary>
    public TextWindow(char[] text, EncodingChoice encoding)
    {
        _stream = Stream.Null;
        _encoding = encoding;
        _asciiOnly = true;
        Chars = text;
        Length = text.Length;
        AtEnd = true;
    }

    private static Encoding Windows1252 => Encoding.GetEncoding(1252);

    public char[] Chars { get; private set; }

    public int Length { get; private set; }

    /// <summary>Nothing comes after the window.</summary>
    public bool AtEnd { get; private set; }

    /// <summary>The byte of the file at which the window begins.</summary>
    public long Offset { get; private set; }

    /// <summary>Bytes that were no UTF-8 and were read as Windows-1252, in the whole text so far.</summary>
    public long SingleBytes { get; private set; }

    /// <summary>Drops what is before a position and reads on; the position becomes 0.</summary>
    public void Slide(int from)
    {
        Offset += Bytes(0, from);
        Chars.AsSpan(from, Length - from).CopyTo(Chars);
        Length -= from;
        if (_singles.Count > 0)
        {
            _singles.RemoveAll(at => at < from);
            for (var i = 0; i < _singles.Count; i++) _singles[i] -= from;
        }
        if (Chars.Length - Length < BlockSize + 4)
        {
            var wider = new char[Chars.Length * 2];
            Chars.AsSpan(0, Length).CopyTo(wider);
            Chars = wider;
        }
        Fill();
    }

    /// <summary>How many bytes of the file a stretch of the window was.</summary>
    public long Bytes(int from, int to)
    {
        if (_asciiOnly || _encoding.Decoding == Decoding.SingleByte) return to - from;
        long bytes = _encoding.Encoding.GetByteCount(Chars.AsSpan(from, to - from));
        if (_singles.Count == 0) return bytes;
        var first = _singles.BinarySearch(from);
        for (var i = first < 0 ? ~first : first; i < _singles.Count && _singles[i] < to; i++)
            bytes -= Chars[_singles[i]] < 0x800 ? 1 : 2;
        return bytes;
    }

    /// <summary>Whether a character was a single byte in a text of UTF-8.</summary>
    public bool HasSingles(int from, int to)
    {
        if (_singles.Count == 0) return false;
        var first = _singles.BinarySearch(from);
        if (first < 0) first = ~first;
        return first < _singles.Count && _singles[first] < to;
    }

    private void Fill()
    {
        if (_streamEnded)
        {
            AtEnd = true;
            return;
        }
        var wanted = BlockSize - _kept;
        var read = _stream.ReadAtLeast(_bytes.AsSpan(_kept, wanted), wanted, throwOnEndOfStream: false);
        _streamEnded = read < wanted;
        AtEnd = _streamEnded;
        Decode(_bytes.AsSpan(0, _kept + read));
    }

    private void Decode(Span<byte> bytes)
    {
        switch (_encoding.Decoding)
        {
            case Decoding.SingleByte:
                Length += Single(bytes, Chars.AsSpan(Length));
                break;
            case Decoding.Other:
                Length += _decoder!.GetChars(bytes, Chars.AsSpan(Length), _streamEnded);
                break;
            default:
                _kept = Utf8(bytes);
                break;
        }
    }

    private int Single(ReadOnlySpan<byte> bytes, Span<char> chars)
    {
        Ascii.ToUtf16(bytes, chars, out var done);
        for (var i = done; i < bytes.Length; i++) chars[i] = _table![bytes[i]];
        return bytes.Length;
    }

    /// <summary>Decodes what is UTF-8, and each byte that is not as Windows-1252; returns the bytes kept for the next block.</summary>
    private int Utf8(Span<byte> bytes)
    {
        var rest = bytes;
        while (!rest.IsEmpty)
        {
            var status = System.Text.Unicode.Utf8.ToUtf16(rest, Chars.AsSpan(Length), out var read, out var written, replaceInvalidSequences: false, isFinalBlock: _streamEnded);
            Length += written;
            rest = rest[read..];
            if (status == OperationStatus.Done) return 0;
            if (status == OperationStatus.NeedMoreData && !_streamEnded)
            {
                rest.CopyTo(bytes);
                return rest.Length;
            }
            Rune.DecodeFromUtf8(rest, out _, out var bad);
            for (var i = 0; i < Math.Max(1, bad); i++)
            {
                _singles.Add(Length);
                SingleBytes++;
                Chars[Length++] = _table![rest[i]];
            }
            rest = rest[Math.Max(1, bad)..];
        }
        return 0;
    }

    private static char[] Table(Encoding encoding)
    {
        var table = new char[256];
        Span<byte> one = stackalloc byte[1];
        Span<char> character = stackalloc char[2];
        for (var i = 0; i < 256; i++)
        {
            one[0] = (byte)i;
            // A byte that the encoding leaves open becomes the control character of its number, which keeps it.
            table[i] = encoding.GetChars(one, character) == 1 && character[0] != '\uFFFD' ? character[0] : (char)i;
        }
        return table;
    }

    public void Dispose() => _stream.Dispose();
}
