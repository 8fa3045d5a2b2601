using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>What a source wrote as an address, made into an IRI or refused.</summary>
internal static partial class Links
{
    // Others are refused: javascript: and data: are attacks on whoever follows the link, and a scheme that happens to
    // be called like a prefix (dct:title) would be read by JSON-LD as the prefixed name.
    private static readonly FrozenSet<string> Schemes =
        new[] { "http", "https", "ftp", "ftps", "sftp", "urn", "doi", "info" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static Iri? Of(string? text)
    {
        if (!Iri.TryClean(text, out var iri) || iri.Value.Length > Limits.Default.MaxRdfIriLength) return null;
        return Schemes.Contains(iri.Value[..iri.Value.IndexOf(':', StringComparison.Ordinal)]) ? iri : null;
    }

    /// <summary>The same as ASCII, for JSON Schema's format "uri" (RFC 3986).</summary>
    public static string? Uri(string? text) => Of(text)?.ToUri();

    /// <summary>An address that both the DCAT-US and the Argentine schema accept, without "mailto:"; else null.</summary>
    public static string? Email(string? text)
    {
        if (text is null) return null;
        var address = text.Trim();
        if (address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) address = address[7..];
        return address.Length <= 254 && EmailShape().IsMatch(address) ? address : null;
    }

    public static Iri? Mailto(string? email) => Email(email) is { } address ? Iri.Of("mailto:" + address) : null;

    /// <summary>A tel: IRI (RFC 3966 §3) of the digits; the extension and words that people add are dropped.</summary>
    public static Iri? Telephone(string? text)
    {
        if (text is null) return null;
        var number = NotDialled().Replace(text.Split("int", 2)[0], "");
        return number.Count(char.IsAsciiDigit) >= 3 ? Iri.Of("tel:" + number) : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.!$&'*+=~-]+@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\z", RegexOptions.CultureInvariant)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"(?!^\s*\+)[^0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex NotDialled();
}
