using System.Xml;

namespace Catalog.Core.Rdf;

/// <summary>
/// Properties are element names in RDF/XML: a namespace and an NCName (XML Namespaces 1.0 §3), which together are the
/// IRI. An IRI that ends in no such name (<c>http://example.org/1</c>) cannot be a property there at all, so none may be
/// one in any syntax of ours, or the documents would differ: who makes a property of a word that is not ours, asks
/// <see cref="Is"/> or gets one that always works from <see cref="Of"/>.
/// </summary>
public static class PropertyName
{
    private const string XmlNamespace = "http://www.w3.org/XML/1998/namespace";
    private const string XmlnsNamespace = "http://www.w3.org/2000/xmlns/";

    /// <summary>Whether an IRI can be a property in every syntax.</summary>
    public static bool Is(Iri iri) => Split(iri.Value) is > 0 and var at && !IsSyntax(iri.Value, at);

    /// <summary>
    /// The property of any word within a namespace of ours: what no name may hold is written as <c>_xHHHH_</c>
    /// (<see cref="XmlConvert.EncodeLocalName"/>), so that two words never become one.
    /// </summary>
    public static string Of(string propertyNamespace, string word) =>
        // A word of characters that no syntax can write is still a property.
        propertyNamespace + (RdfText.Clean(word) is { Length: > 0 } clean ? XmlConvert.EncodeLocalName(IriName.Bounded(clean)) : "_");

    /// <summary>The word of a property made by <see cref="Of"/>.</summary>
    public static string WordOf(string propertyNamespace, string property) => XmlConvert.DecodeName(property[propertyNamespace.Length..]);

    /// <summary>
    /// Where the longest NCName at the end of an IRI begins; 0 when there is none. The names are those of XML 1.0 4th
    /// edition, which every reader accepts.
    /// </summary>
    internal static int Split(string iri)
    {
        var start = iri.Length;
        while (start > 0 && XmlConvert.IsNCNameChar(iri[start - 1])) start--;
        while (start < iri.Length && !XmlConvert.IsStartNCNameChar(iri[start])) start++;
        // The two namespaces that no document may bind: a longer one and a shorter name say the same.
        if (start < iri.Length && iri.AsSpan(0, start) is XmlNamespace or XmlnsNamespace)
            do start++;
            while (start < iri.Length && !XmlConvert.IsStartNCNameChar(iri[start]));
        return start < iri.Length ? start : 0;
    }

    // RDF 1.1 XML Syntax §6.1.2: words of the syntax itself; rdf:li would be counted.
    private static bool IsSyntax(string iri, int at) =>
        iri.AsSpan(0, at) is RdfNames.Rdf
        && iri.AsSpan(at) is "RDF" or "Description" or "ID" or "about" or "parseType" or "resource" or "nodeID" or "datatype"
            or "li" or "bagID" or "aboutEach" or "aboutEachPrefix";
}
