using System.Text;
using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Harvest.Sources;

/// <summary>
/// In what syntax a document is written. What its beginning shows beats what its server says of it, because servers send
/// text/plain, application/xml and text/html for everything; among the syntaxes that begin alike, the media type decides,
/// then the extension.
/// </summary>
internal static partial class RdfSniffer
{
    /// <summary>Bytes looked at. 64 KiB: prefixes and comments fill some of them, and a JSON-LD context may stand late.</summary>
    public const int Length = 64 * 1024;

    /// <summary>The syntax, or the reason why the document is none.</summary>
    public static (RdfSyntax? Syntax, string Reason) Tell(ReadOnlySpan<byte> start, string? mediaType, string extension)
    {
        var text = Encoding.UTF8.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var said = RdfSyntaxes.OfMediaType(mediaType) ?? RdfSyntaxes.OfExtension(extension);
        if (text.Length == 0) return said is null ? (null, "The document is empty.") : (said, "");
        if (Html().IsMatch(text)) return (null, "The document is a web page (HTML), not RDF; perhaps the address is the catalog's page and not its feed, or the server shows an error.");
        if (Xml().IsMatch(text)) return (RdfSyntax.RdfXml, "");
        if (text[0] is '{' or '[' && said is not (RdfSyntax.TriG or RdfSyntax.Turtle))
            return text.Contains("\"@", StringComparison.Ordinal)
                ? (RdfSyntax.JsonLd, "")
                : (null, "The document is JSON without a JSON-LD '@context', so its words mean nothing; a data.json is harvested by a source of type datajson.");
        if (said is RdfSyntax.RdfXml or RdfSyntax.JsonLd) return (null, $"The document is called {said} and does not begin like it.");
        // TriG reads all Turtle and N-Triples, too.
        return (said ?? RdfSyntax.TriG, "");
    }

    [GeneratedRegex(@"\A(<!--.*?-->\s*|<\?xml[^>]*>\s*)*<(!doctype\s+html|html\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Html();

    // An element's name, where Turtle has an IRI with a scheme and something behind it.
    [GeneratedRegex(@"\A<(\?xml\b|!--|!doctype\b|[A-Za-z_][\w.-]*(:[A-Za-z_][\w.-]*)?[\s/>])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Xml();
}
