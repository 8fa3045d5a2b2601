using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// Texts in several languages. A graph keeps no order, so the language of the source comes first and the others follow
/// by their tags; a text without a tag is in the language of the source, as everywhere in a harvest.
/// </summary>
internal static class LinkedText
{
    private static readonly string[] Names = ["dct:title", "skos:prefLabel", "rdfs:label", "foaf:name", "schema:name", "vcard:fn"];

    public static Text Of(LinkedReading reading, IEnumerable<LinkedValue> values)
    {
        var said = new List<LangString>();
        foreach (var value in values)
        {
            if (value.Literal is { } literal)
            {
                var wording = new LangString(LanguageOf(value, reading), reading.Cut(literal, value.Pointer, value.Member));
                if (!said.Contains(wording)) said.Add(wording);
            }
            else if (value.IsNode) said.AddRange(OfNode(reading, value).Values.Where(v => !said.Contains(v)));
            else value.Keep();
        }
        return Ordered(said, reading.Context.Language);
    }

    /// <summary>The names of a node; its IRI where it has none.</summary>
    public static Text OfNode(LinkedReading reading, LinkedValue value)
    {
        if (value.IsDescribed && NameOf(value.Node) is { IsEmpty: false } name) return name;
        if (value.Iri is not { } iri)
        {
            if (value.IsDescribed) value.Keep();
            return Text.Empty;
        }
        reading.ReportLink(value);
        return Text.Of("", iri);
    }

    public static Text NameOf(LinkedNode node) => Of(node.Reading, node.All(Names).Where(v => !v.IsNode));

    /// <summary>One wording, where the model has no languages: the source's own first.</summary>
    public static string? One(LinkedReading reading, LinkedValue value) =>
        value.Literal is { } literal ? reading.Cut(literal, value.Pointer, value.Member)
        : !value.IsDescribed ? value.Iri
        : NameOf(value.Node) is { IsEmpty: false } name ? name.In(reading.Context.Language) : value.Iri;

    public static string LanguageOf(LinkedValue value, LinkedReading reading) => LanguageTag.Clean(value.Language) ?? reading.Context.Language;

    private static Text Ordered(List<LangString> said, string language) =>
        new() { Values = said.OrderBy(v => Rank(v.Lang, language)).ThenBy(v => v.Lang, StringComparer.Ordinal).ToValueList() };

    private static int Rank(string tag, string language)
    {
        if (tag.Equals(language, StringComparison.OrdinalIgnoreCase)) return 0;
        var same = MemoryExtensions.Equals(Primary(tag), Primary(language), StringComparison.OrdinalIgnoreCase);
        // A wording that a machine translated (BCP 47 extension t, RFC 6497) stands behind what people wrote.
        return tag.Contains("-t-", StringComparison.Ordinal) ? 3 : same ? 1 : 2;
    }

    private static ReadOnlySpan<char> Primary(string tag)
    {
        var end = tag.AsSpan().IndexOf('-');
        return end < 0 ? tag : tag.AsSpan(0, end);
    }
}
