using System.Buffers;
using System.Globalization;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>
/// An absolute IRI (RFC 3987 §2.2) that has been checked: an Iri that exists can stand in any serialization. There is
/// no other way to hand an address to an <see cref="IRdfSink"/>, so no harvested value can make a document invalid.
/// What a source writes as a link is first made a web address by <c>Dcat.WebAddress</c>, which is narrower (a host that
/// can be opened, ASCII) and guesses more (www.); here nothing is guessed, and any scheme and script may stand.
/// </summary>
public readonly record struct Iri
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>What needs no mending wherever it stands after the authority.</summary>
    private static readonly SearchValues<char> Safe =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?");

    private static readonly SearchValues<char> SafeInHost = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.");

    private readonly string? _value;

    private Iri(string value) => _value = value;

    /// <summary>A part of an IRI, from what may stand in it: the queries alone may hold private-use characters.</summary>
    private enum Part
    {
        Path,
        Query,
        Fragment,
    }

    public string Value => _value ?? throw new InvalidOperationException("This IRI was never given a value.");

    /// <summary>An IRI that the program itself writes down; a wrong one is a bug.</summary>
    public static Iri Of(string iri) =>
        IsValid(iri) ? new Iri(iri) : throw new ArgumentException($"'{iri}' is not an absolute IRI.", nameof(iri));

    public static bool IsValid(string? text) => text is not null && MendWhole(text) == text;

    /// <summary>
    /// Mends what can be mended without guessing: blanks around it go, and characters that an IRI may not hold are
    /// percent-encoded where they stand, and the dots of a path go, since readers of some syntaxes resolve what they read
    /// and readers of others do not. Refused are values without a scheme, hosts with illegal characters, and web
    /// addresses without a host.
    /// </summary>
    public static bool TryClean(string? text, out Iri iri)
    {
        var mended = text is null ? null : MendWhole(text.Trim());
        iri = mended is null ? default : new Iri(mended);
        return mended is not null;
    }

    /// <summary>This IRI with another fragment; the fragment is percent-encoded as a name, so it cannot be illegal.</summary>
    public Iri WithFragment(string fragment)
    {
        var hash = Value.IndexOf('#', StringComparison.Ordinal);
        return new Iri($"{(hash < 0 ? Value : Value[..hash])}#{Uri.EscapeDataString(IriName.Bounded(fragment))}");
    }

    /// <summary>
    /// The URI for it (RFC 3987 §3.1), for JSON Schemas and headers that allow ASCII only. The host is written as
    /// domain names are (xn--), because few readers understand a percent-encoded one; the rest is percent-encoded.
    /// </summary>
    public string ToUri()
    {
        if (Ascii.IsValid(Value)) return Value;
        var uri = new StringBuilder(Value.Length + 32);
        foreach (var rune in WithAsciiHost(Value).EnumerateRunes())
        {
            if (rune.IsAscii) uri.Append((char)rune.Value);
            else Escape(uri, rune);
        }
        return uri.ToString();
    }

    public override string ToString() => _value ?? "";

    private static string WithAsciiHost(string iri)
    {
        var start = iri.IndexOf("://", StringComparison.Ordinal) + 3;
        if (start < 3) return iri;
        var end = iri.AsSpan(start).IndexOfAny('/', '?', '#');
        var authority = end < 0 ? iri[start..] : iri.Substring(start, end);
        var host = authority[(authority.LastIndexOf('@') + 1)..];
        var port = host.LastIndexOf(':');
        if (port >= 0) host = host[..port];
        try
        {
            if (Ascii.IsValid(host)) return iri;
            var at = start + authority.LastIndexOf('@') + 1;
            return string.Concat(iri.AsSpan(0, at), new IdnMapping().GetAscii(host), iri.AsSpan(at + host.Length));
        }
        catch (ArgumentException)
        {
            // No domain name: RFC 3986 §3.2.2 allows the percent-encoded form of any name.
            return iri;
        }
    }

    private static string? MendWhole(string text) => Mend(text) is { } mended ? IriReference.WithoutDots(mended) : null;

    private static string? Mend(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == text.Length - 1 || !char.IsAsciiLetter(text[0])) return null;
        foreach (var c in text.AsSpan(1, colon - 1))
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return null;

        var rest = text.AsSpan(colon + 1);
        if (rest.StartsWith("//"))
        {
            var end = rest[2..].IndexOfAny('/', '?', '#');
            var authority = end < 0 ? rest[2..] : rest.Slice(2, end);
            if (!IsAuthority(authority)) return null;
            rest = rest[(2 + authority.Length)..];
        }
        else if (IsWeb(text.AsSpan(0, colon)))
        {
            return null;
        }
        var fragment = rest.IndexOf('#');
        // Nearly every IRI: nothing to mend and nothing to copy.
        if (!rest[(fragment + 1)..].ContainsAnyExcept(Safe) && (fragment < 0 || !rest[..fragment].ContainsAnyExcept(Safe))) return text;
        var iri = new StringBuilder(text.Length + 16).Append(text, 0, text.Length - rest.Length);
        var beforeFragment = fragment < 0 ? rest : rest[..fragment];
        var query = beforeFragment.IndexOf('?');
        AppendMended(iri, query < 0 ? beforeFragment : beforeFragment[..query], Part.Path);
        if (query >= 0) AppendMended(iri.Append('?'), beforeFragment[(query + 1)..], Part.Query);
        if (fragment >= 0) AppendMended(iri.Append('#'), rest[(fragment + 1)..], Part.Fragment);
        return iri.ToString();
    }

    private static bool IsWeb(ReadOnlySpan<char> scheme) =>
        scheme.Equals("http", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("https", StringComparison.OrdinalIgnoreCase)
        || scheme.Equals("ftp", StringComparison.OrdinalIgnoreCase);

    // RFC 3987 §2.2: iauthority = [ iuserinfo "@" ] ihost [ ":" port ]. An empty host (file:///a) helps nobody here.
    private static bool IsAuthority(ReadOnlySpan<char> authority)
    {
        if (!authority.IsEmpty && !authority.ContainsAnyExcept(SafeInHost)) return true;
        var at = authority.LastIndexOf('@');
        if (at >= 0 && !AllAllowed(authority[..at], ":")) return false;
        var host = authority[(at + 1)..];
        var portAt = host.LastIndexOf(':');
        if (portAt >= 0 && !host[portAt..].Contains(']'))
        {
            if (host[(portAt + 1)..].ContainsAnyExceptInRange('0', '9')) return false;
            host = host[..portAt];
        }
        if (host.IsEmpty) return false;
        if (host[0] != '[') return AllAllowed(host, "");
        return host[^1] == ']' && host.Contains(':') && System.Net.IPAddress.TryParse(host[1..^1], out _) && !host.Contains('%');
    }

    private static bool AllAllowed(ReadOnlySpan<char> part, string more)
    {
        for (var i = 0; i < part.Length;)
        {
            if (Rune.DecodeFromUtf16(part[i..], out var rune, out var used) != OperationStatus.Done) return false;
            if (part[i] == '%' ? !IsEscape(part[i..]) : !IsNameCharacter(rune) && !(rune.IsAscii && more.Contains((char)rune.Value))) return false;
            i += used;
        }
        return true;
    }

    private static void AppendMended(StringBuilder iri, ReadOnlySpan<char> part, Part kind)
    {
        while (!part.IsEmpty)
        {
            // A lone surrogate comes out as U+FFFD, which is itself no IRI character and so is percent-encoded.
            _ = Rune.DecodeFromUtf16(part, out var rune, out var used);
            var allowed = rune.Value switch
            {
                '%' => IsEscape(part),
                ':' or '@' or '/' => true,
                '?' => kind != Part.Path,
                _ => IsNameCharacter(rune) || (kind == Part.Query && IsPrivateUse(rune.Value)),
            };
            if (allowed) iri.Append(part[..used]);
            else Escape(iri, rune);
            part = part[used..];
        }
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    /// <summary>RFC 3987 §2.2: iunreserved and sub-delims.</summary>
    private static bool IsNameCharacter(Rune rune) =>
        rune.IsAscii
            ? Unreserved.Contains((char)rune.Value) || "!$&'()*+,;=".Contains((char)rune.Value)
            : rune.Value is (>= 0xA0 and <= 0xD7FF) or (>= 0xF900 and <= 0xFDCF) or (>= 0xFDF0 and <= 0xFFEF)
                or (>= 0x10000 and <= 0xDFFFF) or (>= 0xE1000 and <= 0xEFFFF)
            && (rune.Value & 0xFFFF) < 0xFFFE
            && !IsBidiControl(rune.Value);

    // RFC 3987 §4.1 forbids the characters that reorder what a reader sees; they would also disguise a host.
    private static bool IsBidiControl(int value) => value is 0x200E or 0x200F or (>= 0x202A and <= 0x202E);

    private static bool IsPrivateUse(int value) =>
        value is (>= 0xE000 and <= 0xF8FF) or (>= 0xF0000 and <= 0xFFFFD) or (>= 0x100000 and <= 0x10FFFD);

    private static void Escape(StringBuilder iri, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var b in utf8[..rune.EncodeToUtf8(utf8)]) iri.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
    }
}
