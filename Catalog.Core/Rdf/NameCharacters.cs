using System.Buffers;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>The characters of names in Turtle (§6.5), TriG, N-Triples and N-Quads: one table for all four.</summary>
internal static class NameCharacters
{
    /// <summary>A bit for each PN_CHARS of ASCII up to '?': the digits and the hyphen.</summary>
    private const ulong LowNames = (0x3FFUL << '0') | (1UL << '-');

    /// <summary>A bit for each PN_CHARS of ASCII from '@' on: the letters and the underscore.</summary>
    private const ulong HighNames = (0x3FFFFFFUL << ('A' - 64)) | (0x3FFFFFFUL << ('a' - 64)) | (1UL << ('_' - 64));

    /// <summary>What a backslash may stand before in a local name: PN_LOCAL_ESC.</summary>
    public static readonly SearchValues<byte> Escapable = SearchValues.Create("_~.-!$&'()*+,;=/?#@%"u8);

    /// <summary>Whether the byte is a PN_CHARS of ASCII.</summary>
    public static bool IsAsciiName(byte b) => b < 0x80 && (((b < 64 ? LowNames : HighNames) >> (b & 63)) & 1) != 0;

    /// <summary>The bytes of the PN_CHARS that the text begins with, or 0 when it begins with anything else.</summary>
    public static int LengthOf(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty) return 0;
        if (text[0] < 0x80) return IsAsciiName(text[0]) ? 1 : 0;
        return Rune.DecodeFromUtf8(text, out var rune, out var used) == OperationStatus.Done && IsName(rune.Value) ? used : 0;
    }

    /// <summary>PN_CHARS_BASE: what a prefix begins with.</summary>
    public static bool IsBase(int value) => value < 0x80
        ? char.IsAsciiLetter((char)value)
        : value is (>= 0xC0 and <= 0xD6) or (>= 0xD8 and <= 0xF6) or (>= 0xF8 and <= 0x2FF) or (>= 0x370 and <= 0x37D)
            or (>= 0x37F and <= 0x1FFF) or (>= 0x200C and <= 0x200D) or (>= 0x2070 and <= 0x218F) or (>= 0x2C00 and <= 0x2FEF)
            or (>= 0x3001 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFFD) or (>= 0x10000 and <= 0xEFFFF);

    /// <summary>PN_CHARS_U or a digit: what a local name and the label of a blank node begin with.</summary>
    public static bool IsStart(int value) => IsBase(value) || value is '_' or (>= '0' and <= '9');

    private static bool IsName(int value) =>
        IsStart(value) || value is '-' or 0xB7 or (>= 0x300 and <= 0x36F) or (>= 0x203F and <= 0x2040);
}
