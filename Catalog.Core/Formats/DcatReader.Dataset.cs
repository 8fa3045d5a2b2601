using Catalog.Core.Dcat;

namespace Catalog.Core.Formats;

/// <content>The parts of a dataset that have no node of their own.</content>
public static partial class DcatReader
{
    private static ValueList<LangString> ReadKeywords(LinkedReading reading, LinkedNode node)
    {
        var keywords = new List<LangString>();
        foreach (var value in node.All("dcat:keyword", "schema:keywords"))
        {
            var language = value.Literal is null ? "" : LinkedText.LanguageOf(value, reading);
            // schema.org has all of them in one text.
            var words = value.Member == "schema:keywords" ? value.Literal?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                : LinkedText.One(reading, value) is { } word ? [word] : null;
            if (words is null) value.Keep();
            else keywords.AddRange(words.Select(word => new LangString(language, word)).Where(word => !keywords.Contains(word)));
        }
        return keywords.ToValueList();
    }

    /// <summary>The codes of the EU table apart from the themes of everybody else.</summary>
    private static (ValueList<Theme> Themes, ValueList<string> SuperThemes) ReadThemes(LinkedReading reading, LinkedNode node)
    {
        var themes = new List<Theme>();
        var codes = new List<string>();
        foreach (var value in node.All("dcat:theme"))
        {
            var said = LinkedCodes.Code(value.Iri, "data-theme") ?? value.Literal?.ToUpperInvariant();
            if (said is not null && SuperThemes.EuCodes.Contains(said)) codes.Add(said);
            else if (ReadTheme(reading, value) is { } theme) themes.Add(theme);
            else value.Keep();
        }
        return (themes.DistinctBy(t => (t.Id, t.Uri)).ToValueList(), codes.Distinct().Order(StringComparer.Ordinal).ToValueList());
    }

    private static Theme? ReadTheme(LinkedReading reading, LinkedValue value)
    {
        if (value.Literal is { } literal)
        {
            reading.ReportLiteral(value);
            return WebAddress.IsWeb(literal) ? new Theme { Id = LastName(literal), Uri = literal } : new Theme { Id = literal, Label = Text.Of(LinkedText.LanguageOf(value, reading), literal) };
        }
        if (!value.IsNode) return null;
        if (!value.IsDescribed) return value.Iri is { } bare ? new Theme { Id = LastName(bare), Uri = bare } : null;
        var concept = value.Node;
        concept.Consider("skos:inScheme", "skos:topConceptOf");
        var labels = concept.All("skos:prefLabel", "rdfs:label", "schema:name", "dct:title");
        var label = LinkedText.Of(reading, labels);
        var id = concept.First(v => v.Literal, "skos:notation") ?? (value.Iri is { } iri ? LastName(iri) : label.IsEmpty ? null : label.ToString());
        // A code said again as a label, in no language, is no label.
        if (labels is [{ Language: null, Literal: var only }] && only == id) label = Text.Empty;
        return id is null ? null : new Theme { Id = id, Uri = value.Iri, Label = label };
    }

    private static string LastName(string iri)
    {
        var text = iri.TrimEnd('/', '#');
        return Uri.UnescapeDataString(text[(text.LastIndexOfAny(['/', '#']) + 1)..]);
    }

    private static string? ReadType(LinkedReading reading, LinkedValue value)
    {
        if (value.IsDescribed) value.Node.Consider("skos:inScheme");
        // A type that is only a word stands under an address of the catalog that made it a concept.
        if (LinkedCodes.FragmentAfter(value.Iri, "type-") is { } word) return value.IsDescribed && LinkedText.NameOf(value.Node) is { IsEmpty: false } name ? name.ToString() : word;
        if (value.IsDescribed && value.Iri is not null) LinkedText.NameOf(value.Node);
        return LinkedCodes.Link(reading, value);
    }

    /// <summary>A series by its IRI; by its title where it is only a word to the catalog that names it.</summary>
    private static string? ReadSeries(LinkedReading reading, LinkedValue value)
    {
        if (!value.IsNode) return LinkedCodes.Link(reading, value);
        var title = value.IsDescribed ? LinkedText.NameOf(value.Node) : Text.Empty;
        if (value.IsDescribed) value.Node.Consider("dct:description");
        return value.Iri is { } iri && LinkedCodes.FragmentAfter(iri, "series-") is null ? iri : title.IsEmpty ? LinkedCodes.FragmentAfter(value.Iri, "series-") : title.ToString();
    }

    /// <summary>
    /// Standards, documentation, and what is related otherwise. Profiles that allow one standard and one page only have
    /// the further ones among the relations, where their class tells them.
    /// </summary>
    private static (ValueList<string> Standards, ValueList<string> Pages, ValueList<string> Related) ReadReferences(LinkedReading reading, LinkedNode node)
    {
        var standards = node.All("dct:conformsTo").Select(v => StandardOf(reading, v, node.Iri)).OfType<string>().ToList();
        var pages = node.All("foaf:page").Select(v => PageOf(reading, v)).OfType<string>().ToList();
        var related = new List<string>();
        foreach (var value in node.All("dct:relation"))
        {
            var target = value.IsNode ? value.Detached() : null;
            if (target?.Is("dct:Standard") == true) Add(standards, StandardOf(reading, value, node.Iri));
            else if (target?.Is("foaf:Document") == true) Add(pages, PageOf(reading, value));
            else Add(related, LinkedCodes.Named(reading, value, node.Iri));
        }
        pages.AddRange(KeptTexts(node, "page"));
        related.AddRange(KeptTexts(node, "relation"));
        return (standards.Distinct().ToValueList(), pages.Distinct().ToValueList(), related.Distinct().ToValueList());
    }

    private static void Add(List<string> list, string? value)
    {
        if (value is not null) list.Add(value);
    }

    private static string? StandardOf(LinkedReading reading, LinkedValue value, string? owner)
    {
        if (value.IsDescribed && value.Iri is { } iri && !LinkedCodes.IsPart(iri, owner)) LinkedText.NameOf(value.Node);
        return LinkedCodes.Named(reading, value, owner);
    }

    private static string? PageOf(LinkedReading reading, LinkedValue value)
    {
        if (value.IsDescribed && value.Node.First(v => v.IriOrLiteral, "dcat:accessURL") is { } address) return address;
        if (value.IsDescribed && value.Iri is not null) LinkedText.NameOf(value.Node);
        return LinkedCodes.Link(reading, value);
    }

    /// <summary>
    /// Where the data come from: links, and words. A feed like ours has the words in the statement of provenance, too,
    /// where every reader finds them, and again by themselves.
    /// </summary>
    private static (ValueList<string> Sources, Text Provenance) ReadSources(LinkedReading reading, LinkedNode node)
    {
        var words = KeptTexts(node, "source").ToList();
        var sources = node.All("dct:source", "prov:wasDerivedFrom").Select(v => LinkedCodes.Named(reading, v, node.Iri)).OfType<string>().Concat(words).Distinct();
        var provenance = LinkedText.Of(reading, node.All("dct:provenance"));
        return (sources.ToValueList(), new Text { Values = provenance.Values.Where(v => !words.Contains(v.Value)).ToValueList() });
    }

    private static ValueList<string> ReadLanguages(LinkedReading reading, LinkedNode node)
    {
        var languages = node.All("dct:language", "schema:inLanguage", "dc:language").Select(v => LinkedCodes.Language(reading, v)).OfType<string>();
        return (KeptTexts(node, "language").ToList() is { Count: > 0 } kept ? kept : languages).Distinct().ToValueList();
    }

    /// <summary>The licence in the words of the record, and as its code has it.</summary>
    private static (string? Said, string? Coded) ReadLicense(LinkedReading reading, LinkedNode node)
    {
        var coded = node.First(v => LinkedCodes.License(reading, v, node.Iri), "dct:license", "schema:license");
        return (Kept(node, "license", coded), coded);
    }

    private static IEnumerable<string> Links(LinkedReading reading, LinkedNode node, string property)
    {
        foreach (var value in node.All(property))
            if (LinkedCodes.Link(reading, value) is { } link) yield return link;
            else value.Keep();
    }

    /// <summary>The source's own words where a feed like ours has them beside a code; else what the code means.</summary>
    private static string? Kept(LinkedNode node, string key, string? understood) => node.Kept(key) is [{ Literal: { } literal }, ..] ? literal : understood;

    private static IEnumerable<string> KeptTexts(LinkedNode node, string key) => node.Kept(key).Select(v => v.Literal).OfType<string>();
}
