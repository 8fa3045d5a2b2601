using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// Values of linked data as the model holds them: codes of the authority tables back to ours, dates, numbers, addresses.
/// What should be an IRI and is a text is read as well, and the other way round; every such repair is a finding.
/// </summary>
internal static class LinkedCodes
{
    /// <summary>The fragment of an address, when it begins with a word: how feeds like ours name what has no page of its own.</summary>
    public static string? FragmentAfter(string? iri, string word)
    {
        var at = iri?.IndexOf('#' + word, StringComparison.Ordinal) ?? -1;
        return at < 0 || at + 1 + word.Length >= iri!.Length ? null : Uri.UnescapeDataString(iri[(at + 1 + word.Length)..]);
    }

    /// <summary>The code of an authority table's IRI, or null.</summary>
    public static string? Code(string? iri, string table)
    {
        var at = iri?.IndexOf($"/resource/authority/{table}/", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : EuVocabulary.LastSegment(iri)?.ToUpperInvariant();
    }

    /// <summary>A text where an IRI is meant, with its finding when it is one; the IRI itself otherwise.</summary>
    public static string? Link(LinkedReading reading, LinkedValue value)
    {
        if (value.Iri is { } iri) return iri;
        if (value.Literal is not { } literal) return value.IsDescribed ? LinkedText.One(reading, value) : null;
        reading.ReportLiteral(value);
        return literal;
    }

    /// <summary>Something known by its IRI, or by its name where the IRI was only made up for the document.</summary>
    public static string? Named(LinkedReading reading, LinkedValue value, string? owner)
    {
        if (value.Iri is { } iri && !IsPart(iri, owner)) return iri;
        return value.IsNode ? LinkedText.One(reading, value) : Link(reading, value);
    }

    /// <summary>Whether an IRI is a fragment of its owner's, and so names nothing outside of it.</summary>
    public static bool IsPart(string iri, string? owner) => owner is not null && iri.Length > owner.Length && iri[owner.Length] == '#' && iri.StartsWith(owner, StringComparison.Ordinal);

    /// <summary>An address that can be opened; null for a value that is none.</summary>
    public static string? Address(LinkedReading reading, LinkedValue value)
    {
        // A page may be described as a document, or as a distribution with an address of its own.
        var said = value.IsDescribed && value.Node.First(v => v.IriOrLiteral, "dcat:accessURL", "schema:url") is { } inner ? inner : value.IriOrLiteral;
        if (said is null) return null;
        if (value.IsDescribed) value.Node.Consider("dct:title", "dct:description", "schema:name");
        if (!WebAddress.TryMend(said, out var address))
        {
            reading.Report(FindingCodes.NotUnderstood, Severity.Warning, value.Pointer, said,
                $"«{value.Member}» no es una dirección web; se conserva entre los datos adicionales.", $"'{value.Member}' is not a web address; it is kept among the extras.",
                "Debe empezar con http:// o https://.", "It must begin with http:// or https://.");
            return null;
        }
        if (value.Literal is not null && value.Datatype != "xsd:anyURI") reading.ReportLiteral(value);
        // Letters of any script may stand in an IRI (RFC 3987); a blank may not.
        if (address != said && !Rdf.Iri.IsValid(said))
            reading.Report(FindingCodes.UrlMended, Severity.Warning, value.Pointer, said,
                $"La dirección de «{value.Member}» tiene caracteres que no van en una dirección; se usa {address}",
                $"The address of '{value.Member}' has characters that addresses cannot have; {address} is used",
                "Escriba la dirección codificada: un espacio es %20.", "Write the address encoded: a blank is %20.");
        return address;
    }

    public static DcatDate? Date(LinkedReading reading, LinkedValue value)
    {
        if (value.Literal is not { } text) return null;
        if (!DcatDate.TryParse(WithoutZone(text), out var date))
        {
            reading.Report(FindingCodes.BadDate, Severity.Warning, value.Pointer, text,
                $"No se entiende la fecha de «{value.Member}»; se conserva tal cual entre los datos adicionales.",
                $"The date of '{value.Member}' is not understood; it is kept as it is among the extras.", "Escriba AAAA-MM-DD.", "Write YYYY-MM-DD.");
            return null;
        }
        DatePrecision? said = value.Datatype switch
        {
            "xsd:gYear" => DatePrecision.Year,
            "xsd:gYearMonth" => DatePrecision.Month,
            "xsd:date" => DatePrecision.Day,
            "xsd:dateTime" or "xsd:dateTimeStamp" => DatePrecision.Instant,
            _ => null,
        };
        if (said is not null && said != date.Precision)
            reading.Report(FindingCodes.DateTypeMended, Severity.Info, value.Pointer, text,
                $"La fecha de «{value.Member}» no es del tipo {value.Datatype} que dice; se leyó {date}.", $"The date of '{value.Member}' is not of the type {value.Datatype} that it claims; it was read as {date}.",
                "Use xsd:date para días y xsd:dateTime para instantes.", "Use xsd:date for days and xsd:dateTime for instants.");
        return date;
    }

    // XML Schema part 2 §3.2.9: days, months and years may carry a zone, which the model has no use for.
    private static string WithoutZone(string text)
    {
        if (text.Contains(':', StringComparison.Ordinal) && text.IndexOf('T', StringComparison.Ordinal) is > 0 and <= 10) return text;
        if (text.EndsWith('Z') && text.Length is 5 or 8 or 11) return text[..^1];
        return text.Length is 10 or 13 or 16 && text[^6] is '+' or '-' && text[^3] == ':' ? text[..^6] : text;
    }

    /// <summary>A number of any numeric type that is finite and not negative.</summary>
    public static double? Number(LinkedReading reading, LinkedValue value)
    {
        if (value.Literal is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) && number >= 0) return number;
        NotANumber(reading, value);
        return null;
    }

    /// <summary>A count of any numeric type: "147253.0"^^xsd:decimal and "1.2E3"^^xsd:double are whole, "1.5" is not.</summary>
    public static long? Count(LinkedReading reading, LinkedValue value)
    {
        if (value.Literal is { } text && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= long.MaxValue && decimal.Truncate(number) == number)
            return (long)number;
        NotANumber(reading, value);
        return null;
    }

    private static void NotANumber(LinkedReading reading, LinkedValue value) =>
        reading.Report(FindingCodes.NotUnderstood, Severity.Warning, value.Pointer, value.IriOrLiteral,
            $"«{value.Member}» no es un número que se entienda; se conserva entre los datos adicionales.", $"'{value.Member}' is no number that is understood; it is kept among the extras.",
            "Escriba solo cifras.", "Write digits only.");

    /// <summary>The interval of an authority's code where it has one, the code where not; anything else as the source wrote it.</summary>
    public static string? Frequency(LinkedReading reading, LinkedValue value) =>
        Code(value.Iri, "frequency") is { } code ? Frequencies.Find(code) is { } known ? known.Interval ?? known.EuCode : value.Iri
        : value.Iri is { } iri && Frequencies.Find(iri) is { } other ? other.Interval ?? other.EuCode : Link(reading, value);

    /// <summary>The tag of two letters for an authority's code; an IRI that no table knows stays.</summary>
    public static string? Language(LinkedReading reading, LinkedValue value) =>
        value.Iri is { } iri ? EuVocabulary.LanguageTag(iri) ?? (Code(iri, "language") ?? FragmentOfIso(iri))?.ToLowerInvariant() ?? iri
        : value.Literal is { } literal ? EuVocabulary.LanguageTag(literal) ?? literal : Link(reading, value);

    private static string? FragmentOfIso(string iri) =>
        iri.Contains("id.loc.gov/vocabulary/iso639", StringComparison.Ordinal) || iri.Contains("lexvo.org/id/iso639", StringComparison.Ordinal) ? EuVocabulary.LastSegment(iri) : null;

    public static string? AccessRight(LinkedReading reading, LinkedValue value, string? owner) =>
        Code(value.Iri, "access-right") is { } code ? EuVocabulary.AccessRight(code) ?? code
        : Named(reading, value, owner) is { } said ? EuVocabulary.AccessRight(said) is { } known && value.Iri is null ? known : said : null;

    /// <summary>The short name for an authority's code; else the address of the licence, or the words that name it.</summary>
    public static string? License(LinkedReading reading, LinkedValue value, string? owner) =>
        Code(value.Iri, "licence") is not null ? Licenses.Find(value.Iri)?.Name ?? value.Iri : Named(reading, value, owner);
}
