using System.Xml;

namespace Catalog.Core.Rdf;

/// <content>XML literals (§7.2.17).</content>
internal sealed partial class RdfXmlReader
{
    /// <summary>The content of the property element at hand as canonical XML; null when it is too long.</summary>
    private string? ReadXmlLiteral(in Tag tag)
    {
        if (tag.IsEmpty) return "";
        var depth = _xml.Depth;
        var canonical = new CanonicalXml();
        while (Advance() && (_xml.NodeType != XmlNodeType.EndElement || _xml.Depth != depth))
        {
            var fits = true;
            if (!IsText()) canonical.Append(_xml);
            else if (Value() is { } text) canonical.AppendText(text);
            else fits = false;
            if (fits && canonical.Length <= _options.Limits.MaxRdfLiteralLength) continue;
            _ = Refuse(RdfErrorCodes.LimitExceeded, $"Expected a literal of at most {_options.Limits.MaxRdfLiteralLength} characters but found a longer one.");
            while (Advance() && (_xml.NodeType != XmlNodeType.EndElement || _xml.Depth != depth))
            {
            }
            return null;
        }
        return _failure is null ? canonical.ToString() : null;
    }
}
