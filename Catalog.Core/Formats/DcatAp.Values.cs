using System.Globalization;
using System.Text.RegularExpressions;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <content>The values that several nodes share.</content>
public sealed partial class DcatAp
{
    private void WriteText(Iri predicate, Text text)
    {
        // Nearly every text has one wording, which needs no set to be told from others.
        var written = text.Values.Count > 1 ? new HashSet<LangString>() : null;
        foreach (var wording in text.Values)
            if (!string.IsNullOrWhiteSpace(wording.Value) && written?.Add(wording) != false) _sink.Literal(predicate, wording.Value, wording.Lang);
    }

    /// <summary>One wording where the shapes allow one: the catalog's first language.</summary>
    private void WriteOne(Iri predicate, Text text)
    {
        if (text.IsEmpty) return;
        var wording = text.In(_language);
        _sink.Literal(predicate, wording, text.Values.First(v => v.Value == wording).Lang);
    }

    private void WritePlain(Iri predicate, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) _sink.Literal(predicate, value.Trim());
    }

    // DCAT 3 §6.4.4: the datatype says how much of the date is known.
    private void WriteDate(Iri predicate, DcatDate? date)
    {
        if (date is not { } known) return;
        var (precision, lexical) = DcatDates.Of(known, _zone);
        _sink.Typed(predicate, lexical, precision switch
        {
            DatePrecision.Year => OtherNs.Year,
            DatePrecision.Month => OtherNs.YearMonth,
            DatePrecision.Day => OtherNs.Date,
            _ => OtherNs.DateTime,
        });
    }

    private void WriteLanguages(ValueList<string> languages)
    {
        foreach (var code in languages.Select(EuVocabulary.Language).OfType<Iri>().Distinct())
            _sink.Link(DctNs.Language, _nodes.Code(code, DctNs.LinguisticSystem));
    }

    /// <summary>A code of the EU table, else the licence's own address, else a licence document of that name.</summary>
    private void WriteLicense(Iri owner, string? license)
    {
        if (string.IsNullOrWhiteSpace(license)) return;
        if (Licenses.Find(license) is { } known) _sink.Link(DctNs.License, _nodes.Code(EuVocabulary.Licence(known), DctNs.LicenseDocument));
        else if (Links.Of(license) is { } iri) _sink.Link(DctNs.License, _nodes.Local(iri, DctNs.LicenseDocument));
        else _sink.Link(DctNs.License, _nodes.Local(owner.WithFragment("license"), DctNs.LicenseDocument, DctNs.Title, Text.Of("", license.Trim())));
    }

    /// <summary>What is published here can be had by anyone unless the source says otherwise.</summary>
    private void WriteAccessRights(Iri owner, string? accessRights)
    {
        if (string.IsNullOrWhiteSpace(accessRights) || EuVocabulary.AccessRight(accessRights) is not null)
        {
            var code = EuVocabulary.AccessRightIri(EuVocabulary.AccessRight(accessRights) ?? "PUBLIC");
            _sink.Link(DctNs.AccessRights, _nodes.Code(code, DctNs.RightsStatement));
        }
        else
        {
            var statement = owner.WithFragment("access-rights");
            _sink.Link(DctNs.AccessRights, _nodes.Local(statement, DctNs.RightsStatement, AgentNs.Label, Text.Of("", accessRights.Trim())));
        }
    }

    private void WriteRights(Iri owner, Text rights)
    {
        if (rights.IsEmpty) return;
        _sink.Link(DctNs.Rights, _nodes.Local(owner.WithFragment("rights"), DctNs.RightsStatement, AgentNs.Label, rights));
    }

    /// <summary>A standard by its address, else by its name under a fragment of the owner.</summary>
    private Iri Standard(Iri owner, string standard, int number) =>
        Links.Of(standard) is { } iri
            ? _nodes.Local(iri, DctNs.Standard)
            : _nodes.Local(owner.WithFragment($"standard-{number}"), DctNs.Standard, DctNs.Title, Text.Of("", standard.Trim()));

    private void WriteDuration(string? duration)
    {
        if (duration is null) return;
        var text = duration.Trim();
        // xsd:duration has no weeks; ISO 8601 has.
        var weeks = Weeks().Match(text);
        if (weeks.Success) text = $"P{long.Parse(weeks.Groups[1].Value, CultureInfo.InvariantCulture) * 7}D";
        if (XsdDuration().IsMatch(text)) _sink.Typed(DcatNs.TemporalResolution, text, OtherNs.Duration);
    }

    private void WriteResolution(double? meters)
    {
        if (meters is >= 0 and < 1e9) _sink.Typed(DcatNs.SpatialResolution, Number(meters.Value), OtherNs.Decimal);
    }

    private static string Number(double value) => ((decimal)value).ToString(CultureInfo.InvariantCulture);

    private static Iri? Place(string? place) => Links.Of(place) ?? EuVocabulary.Country(place);

    [GeneratedRegex(@"^P(\d{1,6})W\z", RegexOptions.CultureInvariant)]
    private static partial Regex Weeks();

    // XML Schema part 2 §3.2.6.
    [GeneratedRegex(@"^P(?=[\dT])(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex XsdDuration();
}
