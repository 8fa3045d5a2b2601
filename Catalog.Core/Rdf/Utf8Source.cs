using System.Buffers;
using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>
/// The bytes of a document as a window over its stream: what was read goes, what is wanted next comes in behind. All
/// that can be seen through the window is valid UTF-8. Lines and columns are counted only when the window moves and
/// when somebody asks, never byte by byte.
/// </summary>
/// <remarks>
/// Bytes that are no UTF-8 end a strict document where they stand (<see cref="IsBroken"/>); in a lenient one each becomes
/// U+FFFD with an error (Unicode §3.9, U+FFFD substitution of maximal subparts), so that one wrong letter in a title costs no dataset.
/// </remarks>
internal sealed class Utf8Source(Stream stream, RdfErrorLog? repairs, CancellationToken ct)
{
    /// <summary>Bytes of the window at first. 64 KiB: larger ones leave the processor's nearest caches and are slower.</summary>
    private const int WindowSize = 64 * 1024;

    private byte[] _buffer = new byte[WindowSize];
    private int _position;
    private int _end;

    /// <summary>Where the bytes end that were read; those from <see cref="_end"/> on are not known to be valid.</summary>
    private int _read;
    private bool _streamEnded;
    private bool _begun;

    /// <summary>The place of index <see cref="_origin"/> of the buffer.</summary>
    private int _origin;
    private Place _originPlace = new(1, 1);

    /// <summary>The start of the word being read, or -1 once it has left the window and only its place is known.</summary>
    private int _mark;
    private Place _markPlace;

    /// <summary>Whether what follows is not UTF-8: the document cannot be read beyond here.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What is in the window and not yet read. Any call of <see cref="Fill"/> makes an earlier one worthless.</summary>
    public ReadOnlySpan<byte> Unread => new(_buffer, _position, _end - _position);

    /// <summary>The next byte, or -1 at the end.</summary>
    public int Peek() => _position < _end || Fill() ? _buffer[_position] : -1;

    public void Advance(int bytes) => _position += bytes;

    /// <summary>Whether that many bytes are still to come; they are in the window then.</summary>
    public bool Ensure(int bytes)
    {
        while (_end - _position < bytes)
            if (!Fill()) return false;
        return true;
    }

    /// <summary>Whether the document goes on with these bytes.</summary>
    public bool StartsWith(ReadOnlySpan<byte> text) => Ensure(text.Length) && Unread.StartsWith(text);

    /// <summary>Makes the unread part longer by at least a character, or says that the document is at its end.</summary>
    public bool Fill()
    {
        while (!IsBroken)
        {
            ct.ThrowIfCancellationRequested();
            if (_read == _buffer.Length || _buffer.Length - _read < _buffer.Length / 4) MakeRoom();
            var count = _streamEnded ? 0 : stream.Read(_buffer, _read, _buffer.Length - _read);
            _streamEnded |= count == 0;
            _read += count;
            if (_read == _end) return false;
            var before = _end;
            Validate();
            if (!_begun && !PassMark()) continue;
            if (_end > before) return true;
        }
        return false;
    }

    /// <summary>Remembers where a word begins, so that an error can name its start when its end has been read.</summary>
    public void Mark() => _mark = _position;

    public Place MarkedPlace() => _mark < 0 ? _markPlace : PlaceOf(_mark);

    public Place CurrentPlace() => PlaceOf(_position);

    /// <summary>What stands here, for people: a word cut to 20 characters.</summary>
    public string Describe()
    {
        if (!Ensure(1)) return "the end of the document";
        // Enough for 20 characters of four bytes, if there are as many.
        _ = Ensure(80);
        var text = Encoding.UTF8.GetString(Unread[..LengthOfWord()]);
        return text.Length > 0 && !char.IsControl(text[0]) ? $"'{text}'" : string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)Unread[0]:X4}");
    }

    private int LengthOfWord()
    {
        var length = 0;
        for (var characters = 0; characters < 20 && length < Unread.Length; characters++)
        {
            if (Rune.DecodeFromUtf8(Unread[length..], out var rune, out var used) != OperationStatus.Done) break;
            if (length > 0 && (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))) break;
            length += used;
        }
        return length;
    }

    // A byte order mark is no part of the text (RFC 3629 §6).
    private bool PassMark()
    {
        if (_end - _position < 3 && !_streamEnded && "\uFEFF"u8.StartsWith(_buffer.AsSpan(_position, _read - _position))) return false;
        _begun = true;
        if (!Unread.StartsWith("\uFEFF"u8)) return true;
        _position += 3;
        _origin = _mark = _position;
        return _position < _end;
    }

    private void MakeRoom()
    {
        if (_mark >= 0 && _mark < _position)
        {
            _markPlace = PlaceOf(_mark);
            _mark = -1;
        }
        _originPlace = PlaceOf(_position);
        var kept = _read - _position;
        var target = kept > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _position, target, 0, kept);
        _buffer = target;
        if (_mark >= 0) _mark -= _position;
        _end -= _position;
        _read = kept;
        _origin = _position = 0;
    }

    private void Validate()
    {
        var fresh = _buffer.AsSpan(_end, _read - _end);
        if (System.Text.Unicode.Utf8.IsValid(fresh))
        {
            _end = _read;
            return;
        }
        _end += LengthOfValid(fresh, out var invalid);
        if (invalid == 0 && _streamEnded) invalid = _read - _end;
        if (invalid == 0) return;
        if (repairs is null) IsBroken = true;
        else Repair(repairs);
    }

    /// <summary>The bytes up to the first that are no UTF-8, and how many those are: none when the text is merely cut.</summary>
    private static int LengthOfValid(ReadOnlySpan<byte> bytes, out int invalid)
    {
        var length = 0;
        invalid = 0;
        while (length < bytes.Length)
        {
            var ascii = bytes[length..].IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return bytes.Length;
            length += ascii;
            var status = Rune.DecodeFromUtf8(bytes[length..], out _, out var used);
            if (status == OperationStatus.InvalidData) invalid = used;
            if (status != OperationStatus.Done) return length;
            length += used;
        }
        return length;
    }

    /// <summary>Everything that was read, anew with U+FFFD for what is no UTF-8: in one go, however much of it there is.</summary>
    private void Repair(RdfErrorLog log)
    {
        var repaired = new ArrayBufferWriter<byte>(_buffer.Length * 2);
        repaired.Write(_buffer.AsSpan(0, _end));
        var rest = _buffer.AsSpan(_end, _read - _end);
        while (true)
        {
            var valid = LengthOfValid(rest, out var invalid);
            if (invalid == 0 && _streamEnded) invalid = rest.Length - valid;
            repaired.Write(rest[..valid]);
            rest = rest[valid..];
            if (invalid == 0) break;
            log.Add(log.IsKeeping ? BadEncoding(_originPlace.After(repaired.WrittenSpan[_origin..])) : BadEncoding(default));
            repaired.Write("\uFFFD"u8);
            rest = rest[invalid..];
        }
        _end = repaired.WrittenCount;
        _read = _end + rest.Length;
        var buffer = new byte[Math.Max(_buffer.Length, _read + WindowSize)];
        repaired.WrittenSpan.CopyTo(buffer);
        rest.CopyTo(buffer.AsSpan(_end));
        _buffer = buffer;
    }

    public static RdfError BadEncoding(Place place) =>
        new() { Code = RdfErrorCodes.BadEncoding, Message = "Expected UTF-8 but found bytes that are none.", Line = place.Line, Column = place.Column };

    private Place PlaceOf(int index) => _originPlace.After(_buffer.AsSpan(_origin, index - _origin));
}

/// <summary>A line and a column, in characters, both from 1. Lines end in LF, so CR LF ends one line.</summary>
internal readonly record struct Place(long Line, long Column)
{
    /// <summary>The place after this text.</summary>
    public Place After(ReadOnlySpan<byte> text)
    {
        var lines = text.Count((byte)'\n');
        var rest = text[(text.LastIndexOf((byte)'\n') + 1)..];
        var characters = 0;
        foreach (var b in rest)
            if ((b & 0xC0) != 0x80) characters++;
        return lines == 0 ? this with { Column = Column + characters } : new Place(Line + lines, 1 + characters);
    }
}
