using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>
/// One look at all the bytes of a file, which tells its encoding for certain where a sample could only guess. It runs
/// at the speed of memory: whole blocks of ASCII and of valid UTF-8 are recognised at once, only the others are walked.
/// </summary>
internal sealed record TextSurvey
{
    private const int BlockSize = 256 * 1024;

    public required byte[] Head { get; init; }

    public required long Length { get; init; }

    public long Nuls { get; init; }

    /// <summary>Well-formed UTF-8 sequences of two bytes and more in the blocks that were walked, and whether there are any at all.</summary>
    public long Sequences { get; init; }

    /// <summary>Bytes that are no part of well-formed UTF-8.</summary>
    public long BadBytes { get; init; }

    /// <summary>Some bytes are not ASCII.</summary>
    public bool BeyondAscii { get; init; }

    /// <summary>Bytes from 0x80 to 0x9F among the bad ones: control characters in ISO 8859, quotes and the euro in Windows-1252.</summary>
    public long HighControls { get; init; }

    /// <summary>"Ã" or "Â" before what continues it in UTF-8: the trace of a second encoding.</summary>
    public long TwiceEncoded { get; init; }

    /// <summary>U+FFFD in UTF-8: characters that were lost before.</summary>
    public long LostCharacters { get; init; }

    public long CarriageReturns { get; init; }

    public long LineFeeds { get; init; }

    public long ReturnFeeds { get; init; }

    public long Quotes { get; init; }

    /// <summary>Lines around bytes that are not ASCII, for whoever has to guess an encoding.</summary>
    public required byte[] Foreign { get; init; }

    public static TextSurvey Of(ByteSource source, CancellationToken ct)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            using var stream = source.Open();
            var counts = new Counts();
            int kept = 0, read;
            while ((read = stream.ReadAtLeast(buffer.AsSpan(kept, BlockSize - kept), BlockSize - kept, throwOnEndOfStream: false)) > 0)
            {
                ct.ThrowIfCancellationRequested();
                kept = counts.Take(buffer.AsSpan(0, kept + read), read < BlockSize - kept, fresh: kept);
            }
            return counts.Survey();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private sealed class Counts
    {
        private const int ForeignKept = 64 * 1024;

        private readonly MemoryStream _foreign = new();
        private byte[]? _head;
        private long _length, _nuls, _sequences, _bad, _highControls, _twice, _lost, _cr, _lf, _crlf, _quotes;
        private bool _beyondAscii, _endedInReturn;

        /// <summary>Counts a block; returns how many bytes at its end begin a character and were moved to its front.</summary>
        public int Take(Span<byte> block, bool last, int fresh)
        {
            _head ??= block[..Math.Min(block.Length, BlockSize)].ToArray();
            _length += block.Length - fresh;
            var added = block[fresh..];
            _nuls += added.Count((byte)0);
            _quotes += added.Count((byte)'"');
            CountLineEnds(added);
            if (Ascii.IsValid(block)) return 0;
            _beyondAscii = true;
            var cut = last ? 0 : Unfinished(block);
            var whole = block[..^cut];
            if (Utf8.IsValid(whole)) Valid(whole);
            else Walk(whole);
            if (_foreign.Length < ForeignKept) KeepForeign(whole);
            block[^cut..].CopyTo(block);
            return cut;
        }

        private void CountLineEnds(ReadOnlySpan<byte> block)
        {
            if (block.IsEmpty) return;
            if (_endedInReturn && block[0] == '\n') _crlf++;
            _endedInReturn = block[^1] == '\r';
            _lf += block.Count((byte)'\n');
            var returns = block.Count((byte)'\r');
            _cr += returns;
            if (returns > 0) _crlf += block.Count("\r\n"u8);
        }

        private void Valid(ReadOnlySpan<byte> block)
        {
            _sequences++;
            _twice += Twice(block);
            _lost += block.Count("\uFFFD"u8);
        }

        // "Ã" (C3 83) and "Â" (C3 82) before a character of U+0080 to U+00BF (C2 80 to C2 BF), or before those that
        // Windows-1252 has at their places, which take two or three bytes beginning with C2, C5, C6, CB or E2.
        private static long Twice(ReadOnlySpan<byte> block)
        {
            long found = 0;
            for (var at = 0; (at = Next(block, at)) >= 0; at++)
                if (block[at + 1] is 0x82 or 0x83 && block[at + 2] is 0xC2 or 0xC5 or 0xC6 or 0xCB or 0xE2) found++;
            return found;
        }

        private static int Next(ReadOnlySpan<byte> block, int from)
        {
            var at = block[from..].IndexOf((byte)0xC3);
            return at < 0 || from + at + 2 >= block.Length ? -1 : from + at;
        }

        private void Walk(ReadOnlySpan<byte> block)
        {
            _twice += Twice(block);
            while (!block.IsEmpty)
            {
                var ascii = block.IndexOfAnyExceptInRange((byte)0, (byte)127);
                if (ascii < 0) return;
                block = block[ascii..];
                if (Rune.DecodeFromUtf8(block, out var rune, out var length) == OperationStatus.Done)
                {
                    _sequences++;
                    if (rune.Value == 0xFFFD) _lost++;
                }
                else
                {
                    _bad += length;
                    foreach (var b in block[..length]) if (b is >= 0x80 and <= 0x9F) _highControls++;
                }
                block = block[length..];
            }
        }

        private void KeepForeign(ReadOnlySpan<byte> block)
        {
            while (_foreign.Length < ForeignKept && block.IndexOfAnyExceptInRange((byte)0, (byte)127) is >= 0 and var at)
            {
                var end = at + block[at..].IndexOf((byte)'\n');
                if (end < at) end = Math.Min(block.Length - 1, at + 200);
                _foreign.Write(block[Math.Max(0, at - 40)..Math.Min(end + 1, at + 400)]);
                block = block[(end + 1)..];
            }
        }

        /// <summary>Bytes at the end that may be the beginning of a character.</summary>
        private static int Unfinished(ReadOnlySpan<byte> block)
        {
            for (var back = 1; back <= 3 && back <= block.Length; back++)
            {
                var b = block[^back];
                if (b < 0x80) return 0;
                if (b >= 0xC0) return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
            }
            return 0;
        }

        public TextSurvey Survey() => new()
        {
            Head = _head ?? [],
            Length = _length,
            Nuls = _nuls,
            Sequences = _sequences,
            BadBytes = _bad,
            BeyondAscii = _beyondAscii,
            HighControls = _highControls,
            TwiceEncoded = _twice,
            LostCharacters = _lost,
            CarriageReturns = _cr,
            LineFeeds = _lf,
            ReturnFeeds = _crlf,
            Quotes = _quotes,
            Foreign = _foreign.ToArray(),
        };
    }
}
