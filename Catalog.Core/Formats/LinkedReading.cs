using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>How the properties of a record are named.</summary>
internal enum LinkedDialect
{
    /// <summary>As <see cref="LinkedNames"/> shortens IRIs: the records that are cut out of a graph.</summary>
    Prefixed,

    /// <summary>By their bare names, without a context: the JSON of DCAT-US 3.</summary>
    Bare,
}

/// <summary>What all nodes of one record share while it is read.</summary>
internal sealed class LinkedReading(RecordContext context, LinkedDialect dialect)
{
    /// <summary>Names of DCAT-US 3 that are not the local name of their property.</summary>
    private static readonly Dictionary<string, string> BareNames = new(StringComparer.Ordinal)
    {
        ["adms:identifier"] = "otherIdentifier",
        ["vcard:hasTelephone"] = "tel",
        ["vcard:hasAddress"] = "address",
        ["dct:type"] = "category",
    };

    /// <summary>Vocabularies that DCAT-US 3 does not use; their local names are those of others.</summary>
    private static readonly string[] NotBare = ["schema:", "dc:", "owl:", "pav:", "time:"];

    public RecordContext Context => context;

    public bool IsBare => dialect == LinkedDialect.Bare;

    public List<Finding> Findings { get; } = [];

    /// <summary>The member that a property is written as, or null when the dialect has no such word.</summary>
    public string? MemberOf(string property)
    {
        if (!IsBare) return property;
        if (BareNames.TryGetValue(property, out var name)) return name;
        return NotBare.Any(prefix => property.StartsWith(prefix, StringComparison.Ordinal)) ? null : property[(property.IndexOf(':', StringComparison.Ordinal) + 1)..];
    }

    public void Report(string code, Severity severity, string pointer, string? value, string spanish, string english, string hintSpanish = "", string hintEnglish = "") =>
        Findings.Add(FindingMessages.Make(code, severity, pointer, value, spanish, english, hintSpanish, hintEnglish));

    /// <summary>A text that was written where the standard asks for an IRI, and was understood.</summary>
    public void ReportLiteral(LinkedValue value)
    {
        if (IsBare) return;
        Report(FindingCodes.LiteralForLink, Severity.Info, value.Pointer, value.Literal,
            $"«{value.Member}» es un enlace y se escribió como texto.", $"'{value.Member}' is a link and was written as text.",
            "Escriba el IRI como recurso, no como literal.", "Write the IRI as a resource, not as a literal.");
    }

    /// <summary>An IRI where a text is meant: it is shown as it stands.</summary>
    public void ReportLink(LinkedValue value) =>
        Report(FindingCodes.LinkForText, Severity.Info, value.Pointer, value.Iri,
            $"«{value.Member}» es un texto y se escribió como enlace sin nombre.", $"'{value.Member}' is a text and was written as a link without a name.",
            "Agregue un nombre al recurso.", "Give the resource a name.");

    public string Cut(string text, string pointer, string member)
    {
        var most = context.Limits.MaxTextLength;
        if (text.Length <= most) return text;
        Report(FindingCodes.TextCut, Severity.Warning, pointer, null,
            $"«{member}» tiene {text.Length} caracteres; se muestran {most}.", $"'{member}' has {text.Length} characters; {most} are shown.");
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
    }
}
