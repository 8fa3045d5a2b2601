using System.Globalization;
using System.Text;

namespace Catalog.Core.Dcat;

/// <summary>
/// Addresses as portals write them. <see cref="Uri"/> accepts blanks, braces and broken percent signs, so what is a
/// URI is decided here, by RFC 3986. This is about what comes in: an address that a browser or the fetcher can open,
/// ASCII, for people. What goes out as RDF is an IRI of any scheme, and <c>Rdf.Iri</c> decides about those.
/// </summary>
public static class WebAddress
{
    private const string Unreserved = "-._~";
    private const string Reserved = ":/?#[]@!$&'()*+,;=";

    /// <summary>An absolute URI exactly as RFC 3986 §3 allows: a scheme, ASCII only, whole percent-encodings.</summary>
    public static bool IsStrictUri(string text)
    {
        if (SchemeLength(text) is not { } scheme || text.Length == scheme + 1) return false;
        for (var i = scheme + 1; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '%')
            {
                if (i + 2 >= text.Length || !char.IsAsciiHexDigit(text[i + 1]) || !char.IsAsciiHexDigit(text[i + 2])) return false;
                i += 2;
            }
            else if (!char.IsAsciiLetterOrDigit(c) && !Unreserved.Contains(c, StringComparison.Ordinal) && !Reserved.Contains(c, StringComparison.Ordinal)) return false;
        }
        // One fragment at most, and no brackets outside a host (RFC 3986 §3.2.2).
        return text.AsSpan(scheme).Count('#') <= 1 && BracketsOnlyInHost(text, scheme);
    }

    /// <summary>Is it an address that a browser can open: http, https or ftp, with a host?</summary>
    public static bool IsWeb(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "ftp" && uri.Host.Length > 0;

    /// <summary>
    /// Makes a web address out of what a person typed: trims it, and percent-encodes what addresses cannot have. False
    /// when there is no scheme and host to be found.
    /// </summary>
    public static bool TryMend(string text, out string address)
    {
        address = text.Trim();
        if (address.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) address = "http://" + address;
        if (SchemeLength(address) is not { } scheme) return false;
        var mended = new StringBuilder(address.Length).Append(address, 0, scheme + 1);
        var fragment = false;
        for (var i = scheme + 1; i < address.Length; i++)
        {
            var c = address[i];
            var whole = c == '%' && i + 2 < address.Length && char.IsAsciiHexDigit(address[i + 1]) && char.IsAsciiHexDigit(address[i + 2]);
            if (whole || char.IsAsciiLetterOrDigit(c) || Unreserved.Contains(c, StringComparison.Ordinal)) mended.Append(c);
            else if (c == '#' && fragment) mended.Append("%23");
            else if (Reserved.Contains(c, StringComparison.Ordinal) && c is not ('[' or ']'))
            {
                fragment |= c == '#';
                mended.Append(c);
            }
            else if (c is '[' or ']' && InHost(address, scheme, i)) mended.Append(c);
            else i += AppendEncoded(mended, address, i);
        }
        address = mended.ToString();
        return IsWeb(address);
    }

    /// <summary>The extension of the last segment of the path, lower case and without its dot; "" when there is none.</summary>
    public static string Extension(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address.AsSpan() : address.AsSpan(0, end);
        var name = path[(path.LastIndexOf('/') + 1)..];
        var dot = name.LastIndexOf('.');
        return dot <= 0 || name.Length - dot > 9 ? "" : name[(dot + 1)..].ToString().ToLowerInvariant();
    }

    /// <summary>
    /// The name of the file that an address ends in, decoded; "" when it ends in a folder. Never a path: what a
    /// percent sign hid (%2F) is taken off like any folder, and control characters go.
    /// </summary>
    public static string FileName(string address)
    {
        var end = address.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? address : address[..end];
        var name = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        return string.Concat(name[(name.AsSpan().LastIndexOfAny('/', '\\') + 1)..].Where(c => !char.IsControl(c)));
    }

    private static int? SchemeLength(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 2 || !char.IsAsciiLetter(text[0])) return null;
        foreach (var c in text.AsSpan(0, colon))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return null;
        return colon;
    }

    private static bool BracketsOnlyInHost(string text, int scheme)
    {
        for (var i = scheme; i < text.Length; i++)
            if (text[i] is '[' or ']' && !InHost(text, scheme, i)) return false;
        return true;
    }

    private static bool InHost(string text, int scheme, int index)
    {
        if (scheme + 3 > text.Length || text[scheme + 1] != '/' || text[scheme + 2] != '/') return false;
        var end = text.AsSpan(scheme + 3).IndexOfAny('/', '?', '#');
        return index >= scheme + 3 && (end < 0 || index < scheme + 3 + end);
    }

    /// <summary>Appends one character as its UTF-8 bytes, percent-encoded; returns how many further chars it took.</summary>
    private static int AppendEncoded(StringBuilder target, string text, int index)
    {
        var taken = Rune.TryGetRuneAt(text, index, out var rune) ? rune.Utf16SequenceLength : 1;
        if (taken == 1 && char.IsSurrogate(text[index])) rune = Rune.ReplacementChar;
        Span<byte> bytes = stackalloc byte[4];
        foreach (var b in bytes[..rune.EncodeToUtf8(bytes)]) target.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        return taken - 1;
    }
}
