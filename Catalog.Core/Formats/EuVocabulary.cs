using System.Collections.Frozen;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>
/// The EU authority tables that DCAT-AP 3.0.1 §9 prescribes, as far as portals meet them: from what sources write to
/// the code. What is not found here is not guessed.
/// </summary>
public static class EuVocabulary
{
    private const string Authority = "http://publications.europa.eu/resource/authority/";

    /// <summary>The codes of data-theme; the Argentine superThemes are the same but OP_DATPRO.</summary>
    private static readonly FrozenDictionary<string, Text> Themes = new Dictionary<string, Text>
    {
        ["AGRI"] = Both("Agroganadería, pesca y forestación", "Agriculture, fisheries, forestry and food"),
        ["ECON"] = Both("Economía y finanzas", "Economy and finance"),
        ["EDUC"] = Both("Educación, cultura y deportes", "Education, culture and sport"),
        ["ENER"] = Both("Energía", "Energy"),
        ["ENVI"] = Both("Medio ambiente", "Environment"),
        ["GOVE"] = Both("Gobierno y sector público", "Government and public sector"),
        ["HEAL"] = Both("Salud", "Health"),
        ["INTR"] = Both("Asuntos internacionales", "International issues"),
        ["JUST"] = Both("Justicia, seguridad y legales", "Justice, legal system and public safety"),
        ["OP_DATPRO"] = Both("Datos provisorios", "Provisional data"),
        ["REGI"] = Both("Regiones y ciudades", "Regions and cities"),
        ["SOCI"] = Both("Población y sociedad", "Population and society"),
        ["TECH"] = Both("Ciencia y tecnología", "Science and technology"),
        ["TRAN"] = Both("Transporte", "Transport"),
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>
    {
        ["es"] = "SPA", ["en"] = "ENG", ["pt"] = "POR", ["fr"] = "FRA", ["it"] = "ITA", ["de"] = "DEU", ["gn"] = "GRN",
        ["ca"] = "CAT", ["gl"] = "GLG", ["eu"] = "EUS", ["qu"] = "QUE", ["ay"] = "AYM", ["nl"] = "NLD", ["pl"] = "POL",
        ["ru"] = "RUS", ["zh"] = "ZHO", ["ja"] = "JPN", ["ko"] = "KOR", ["ar"] = "ARA", ["he"] = "HEB", ["uk"] = "UKR",
        ["bg"] = "BUL", ["cs"] = "CES", ["da"] = "DAN", ["el"] = "ELL", ["et"] = "EST", ["fi"] = "FIN", ["ga"] = "GLE", ["hr"] = "HRV",
        ["hu"] = "HUN", ["is"] = "ISL", ["lt"] = "LIT", ["lv"] = "LAV", ["mt"] = "MLT", ["no"] = "NOR", ["ro"] = "RON", ["sk"] = "SLK",
        ["sl"] = "SLV", ["sr"] = "SRP", ["sv"] = "SWE", ["tr"] = "TUR",
        // The bibliographic codes of ISO 639-2 that differ from the terminological ones of the table.
        ["fre"] = "FRA", ["ger"] = "DEU", ["dut"] = "NLD", ["chi"] = "ZHO", ["baq"] = "EUS", ["cze"] = "CES", ["gre"] = "ELL", ["rum"] = "RON", ["slo"] = "SLK",
        ["español"] = "SPA", ["castellano"] = "SPA", ["spanish"] = "SPA", ["english"] = "ENG", ["inglés"] = "ENG",
        ["português"] = "POR", ["portugués"] = "POR", ["portuguese"] = "POR",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> LanguageCodes = Languages.Values.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>ISO 3166-1 alpha-3 codes of the Americas and of Spain: the country table for the places that sources write as a code.</summary>
    private static readonly FrozenSet<string> Countries = new[]
    {
        "ARG", "BOL", "BRA", "CAN", "CHL", "COL", "CRI", "CUB", "DOM", "ECU", "ESP", "GTM", "GUY", "HND", "HTI", "JAM", "MEX",
        "NIC", "PAN", "PER", "PRY", "SLV", "SUR", "TTO", "URY", "USA", "VEN",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Remembered, so that the same code is the same object, which writers and sets of nodes recognise at once.
    private static readonly Memo<Iri> Codes = new(code => Iri.Of(Authority + code[..code.IndexOf('/', StringComparison.Ordinal)] + code[code.IndexOf('/', StringComparison.Ordinal)..].ToUpperInvariant()));
    private static readonly Memo<Iri> MediaTypes = new(type => Iri.Of("http://www.iana.org/assignments/media-types/" + type));

    public static Iri ThemeScheme { get; } = Iri.Of(Authority + "data-theme");

    public static Iri? Theme(string? code) => code is not null && Themes.ContainsKey(code.Trim()) ? Code("data-theme", code) : null;

    public static Text ThemeLabel(string code) => Themes.GetValueOrDefault(code.Trim()) ?? Text.Empty;

    /// <summary>From BCP 47, ISO 639-2 or -3, a name, or the authority's own IRI.</summary>
    public static Iri? Language(string? language) =>
        LanguageCode(language) is { } code ? Code("language", code) : null;

    /// <summary>The BCP 47 tag of two letters for what the source wrote, or null.</summary>
    public static string? LanguageTag(string? language) =>
        LanguageCode(language) is { } code ? Languages.Where(l => l.Key.Length == 2 && l.Value == code).Select(l => l.Key).FirstOrDefault() : null;

    public static Iri Licence(License license) => Code("licence", license.EuCode);

    public static Iri? FileType(FileFormat? format) => format?.EuCode is { } code ? Code("file-type", code) : null;

    /// <summary>The IANA media type IRI that DCAT-AP prescribes for dcat:mediaType.</summary>
    public static Iri MediaType(string mediaType) => MediaTypes.Of(mediaType);

    public static Iri? Country(string? code) =>
        code is not null && Countries.Contains(code.Trim()) ? Code("country", code) : null;

    /// <summary>dct:accessRights: PUBLIC, RESTRICTED or NON_PUBLIC, from the code, its IRI, or DCAT-US 1.1's accessLevel.</summary>
    public static string? AccessRight(string? text) => LastSegment(text)?.ToUpperInvariant().Replace('-', '_').Replace(' ', '_') switch
    {
        "PUBLIC" or "OPEN" or "PÚBLICO" or "PUBLICO" => "PUBLIC",
        "RESTRICTED" or "RESTRICTED_PUBLIC" or "RESTRINGIDO" => "RESTRICTED",
        "NON_PUBLIC" or "NO_PÚBLICO" or "PRIVATE" => "NON_PUBLIC",
        _ => null,
    };

    public static Iri AccessRightIri(string code) => Code("access-right", code);

    public static string? Availability(string? text) => LastSegment(text)?.ToUpperInvariant() switch
    {
        "AVAILABLE" => "AVAILABLE",
        "EXPERIMENTAL" => "EXPERIMENTAL",
        "STABLE" => "STABLE",
        "TEMPORARY" => "TEMPORARY",
        _ => null,
    };

    public static Iri AvailabilityIri(string code) => Code("planned-availability", code);

    public static string? DistributionStatus(string? text) => LastSegment(text)?.ToUpperInvariant() switch
    {
        "COMPLETED" or "ACTIVE" => "COMPLETED",
        "DEPRECATED" => "DEPRECATED",
        "DEVELOP" or "UNDERDEVELOPMENT" => "DEVELOP",
        "WITHDRAWN" => "WITHDRAWN",
        _ => null,
    };

    public static Iri DistributionStatusIri(string code) => Code("distribution-status", code);

    /// <summary>The table that a code belongs to: its IRI without the last segment.</summary>
    public static Iri Scheme(string table) => Iri.Of(Authority + table);

    public static Iri Code(string table, string code) => Codes.Of($"{table}/{code.Trim()}");

    /// <summary>The last segment of an authority IRI, or the text itself.</summary>
    internal static string? LastSegment(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var trimmed = text.Trim().TrimEnd('/');
        return trimmed[(trimmed.LastIndexOf('/') + 1)..];
    }

    private static string? LanguageCode(string? language)
    {
        if (LastSegment(language) is not { } text) return null;
        if (LanguageCodes.Contains(text)) return text.ToUpperInvariant();
        var separator = text.AsSpan().IndexOfAny('-', '_');
        var primary = separator > 0 ? text[..separator] : text;
        return Languages.GetValueOrDefault(primary);
    }

    private static Text Both(string es, string en) => Text.Of(new LangString("es", es), new LangString("en", en));
}
