using System.Text;
using System.Xml;

namespace Catalog.Core.Rdf;

/// <summary>
/// Exclusive XML Canonicalization 1.0 with comments, of what an XmlReader reads: the form that RDF 1.1 XML Syntax
/// §7.2.17 gives to XML literals. A namespace is declared where it is used, and not again within.
/// </summary>
internal sealed class CanonicalXml
{
    private readonly StringBuilder _text = new();
    private readonly List<(int Depth, string Prefix, string Namespace)> _declared = [];
    private readonly SortedDictionary<string, string> _declarations = new(StringComparer.Ordinal);
    private readonly List<(string Namespace, string LocalName, string Name, string Value)> _attributes = [];

    public int Length => _text.Length;

    /// <summary>Anything but text.</summary>
    public void Append(XmlReader xml)
    {
        switch (xml.NodeType)
        {
            case XmlNodeType.Element:
                AppendStart(xml);
                break;
            case XmlNodeType.EndElement:
                AppendEnd(xml.Name, xml.Depth);
                break;
            case XmlNodeType.Comment:
                _text.Append("<!--").Append(xml.Value).Append("-->");
                break;
            case XmlNodeType.ProcessingInstruction:
                _text.Append("<?").Append(xml.Name);
                if (xml.Value.Length > 0) _text.Append(' ').Append(xml.Value);
                _text.Append("?>");
                break;
        }
    }

    // Canonical XML 1.1 §2.3: the characters that text and attributes escape.
    public void AppendText(string text)
    {
        foreach (var c in text)
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '>' => _text.Append("&gt;"),
                '\r' => _text.Append("&#xD;"),
                _ => _text.Append(c),
            };
    }

    public override string ToString() => _text.ToString();

    private void AppendStart(XmlReader xml)
    {
        var (name, depth, isEmpty) = (xml.Name, xml.Depth, xml.IsEmptyElement);
        _declarations.Clear();
        _attributes.Clear();
        Declare(xml.Prefix, xml.NamespaceURI);
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.IsDefault || xml.NamespaceURI == "http://www.w3.org/2000/xmlns/") continue;
            if (xml.Prefix.Length > 0 && xml.Prefix != "xml") Declare(xml.Prefix, xml.NamespaceURI);
            _attributes.Add((xml.NamespaceURI, xml.LocalName, xml.Name, xml.Value));
        }
        xml.MoveToElement();
        _text.Append('<').Append(name);
        foreach (var (prefix, ns) in _declarations)
        {
            _declared.Add((depth, prefix, ns));
            AppendAttribute(prefix.Length == 0 ? "xmlns" : "xmlns:" + prefix, ns);
        }
        // §2.2: by namespace, then by local name; those without a namespace first.
        _attributes.Sort((a, b) => string.CompareOrdinal(a.Namespace, b.Namespace) is not 0 and var order ? order : string.CompareOrdinal(a.LocalName, b.LocalName));
        foreach (var attribute in _attributes) AppendAttribute(attribute.Name, attribute.Value);
        _text.Append('>');
        if (isEmpty) AppendEnd(name, depth);
    }

    private void AppendEnd(string name, int depth)
    {
        _text.Append("</").Append(name).Append('>');
        _declared.RemoveAll(d => d.Depth >= depth);
    }

    private void Declare(string prefix, string ns)
    {
        var inForce = "";
        foreach (var declared in _declared)
            if (declared.Prefix == prefix) inForce = declared.Namespace;
        if (inForce != ns) _declarations[prefix] = ns;
    }

    private void AppendAttribute(string name, string value)
    {
        _text.Append(' ').Append(name).Append("=\"");
        foreach (var c in value)
            _ = c switch
            {
                '&' => _text.Append("&amp;"),
                '<' => _text.Append("&lt;"),
                '"' => _text.Append("&quot;"),
                '\t' => _text.Append("&#x9;"),
                '\n' => _text.Append("&#xA;"),
                '\r' => _text.Append("&#xD;"),
                _ => _text.Append(c),
            };
        _text.Append('"');
    }
}
