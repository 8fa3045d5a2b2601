using System.Text;

namespace Catalog.Core.Tabular.Exports;

/// <summary>Text on its way to a stream as UTF-8, in large pieces.</summary>
internal sealed class TextBuffer(Stream stream)
{
    private const int Size = 64 * 1024;

    private readonly byte[] _bytes = new byte[Size];
    private int _length;

    public void Add(char ascii)
    {
        if (_length == Size) Flush();
        _bytes[_length++] = (byte)ascii;
    }

    public void Add(ReadOnlySpan<char> text)
    {
        while (text.Length > 0)
        {
            // UTF-8 takes at most three bytes for a UTF-16 unit, so this much fits for sure.
            var room = (Size - _length) / 3;
            if (text.Length <= room)
            {
                _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
                return;
            }
            if (room < 2)
            {
                Flush();
                continue;
            }
            // A pair of surrogates is one character and stays together.
            var take = char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
            _length += Encoding.UTF8.GetBytes(text[..take], _bytes.AsSpan(_length));
            text = text[take..];
        }
    }

    public void Flush()
    {
        stream.Write(_bytes, 0, _length);
        _length = 0;
    }
}
