using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <content>What a source says beyond the model, and what DCAT-AP has only a code for.</content>
public sealed partial class DcatAp
{
    private static readonly Iri Json = Iri.Of(RdfNames.Rdf + "JSON");
    private static readonly Iri TableSchema = Iri.Of("http://www.w3.org/ns/csvw#tableSchema");

    /// <summary>
    /// An extra of a source of linked data is a property of somebody's vocabulary and comes out as it came in: links,
    /// literals with language or datatype. Any other is a property of this catalog's own, <c>{url}/ns/extra#key</c>: text
    /// as a literal, all else as a literal of rdf:JSON, so that a reader gets back what was put in.
    /// </summary>
    private void WriteExtras(ValueList<Extra> extras)
    {
        foreach (var extra in extras)
        {
            if (string.IsNullOrWhiteSpace(extra.Key)) continue;
            using var json = ExtraJson.TryParse(extra.Json);
            if (json is not null && ForeignProperty(extra.Key) is { } foreign && WriteForeign(foreign, json.RootElement)) continue;
            var property = Own(PropertyName.Of(_addresses.ExtraNamespace, extra.Key));
            if (json is null) _sink.Literal(property, extra.Json);
            else if (json.RootElement.ValueKind == JsonValueKind.String) WriteString(property, json.RootElement);
            else if (json.RootElement.ValueKind != JsonValueKind.Null) _sink.Typed(property, extra.Json, Json);
        }
    }

    private void WriteString(Iri property, JsonElement text)
    {
        if (ExtraJson.StringOf(text) is { Length: > 0 } value) _sink.Literal(property, value);
    }

    /// <summary>A property that the shapes of the profiles say nothing about, so that no value of it can break them.</summary>
    private Iri? ForeignProperty(string key) =>
        LinkedNames.Expand(key) is { } name && !ConstrainedProperties.Contains(LinkedNames.Shorten(name)) && Foreign(name) is { } iri && iri.Value == name && PropertyName.Is(iri) ? iri : null;

    /// <summary>All values or none: half of a value in one place and half in another would be found by nobody.</summary>
    private bool WriteForeign(Iri property, JsonElement value)
    {
        var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToList() : [value];
        if (items.Count == 0 || !items.TrueForAll(CanStand)) return false;
        foreach (var item in items)
        {
            if (item.ValueKind == JsonValueKind.String) WriteString(property, item);
            else if (item.TryGetProperty("@id", out var id)) _sink.Link(property, Links.Of(id.GetString())!.Value);
            else if (item.TryGetProperty("@language", out var language)) _sink.Literal(property, ExtraJson.StringOf(item.GetProperty("@value")), language.GetString());
            else _sink.Typed(property, item.GetProperty("@value").GetString()!, Iri.Of(LinkedNames.Expand(item.GetProperty("@type").GetString()!)!));
        }
        return true;
    }

    private static bool CanStand(JsonElement item)
    {
        if (item.ValueKind == JsonValueKind.String) return true;
        if (item.ValueKind != JsonValueKind.Object) return false;
        var members = item.EnumerateObject().ToDictionary(m => m.Name, m => m.Value);
        if (members.Values.Any(v => v.ValueKind != JsonValueKind.String)) return false;
        if (members.Count == 1) return members.TryGetValue("@id", out var id) && Links.Of(ExtraJson.StringOf(id))?.Value == ExtraJson.StringOf(id);
        if (members.Count != 2 || !members.TryGetValue("@value", out var text)) return false;
        if (members.TryGetValue("@language", out var language)) return LanguageTag.Clean(language.GetString()) is { } tag && tag == language.GetString();
        return members.TryGetValue("@type", out var type) && IsOfType(ExtraJson.StringOf(text), ExtraJson.StringOf(type));
    }

    /// <summary>Datatypes whose lexical form can be answered for (XML Schema part 2); a literal of any other could be ill-typed.</summary>
    private static bool IsOfType(string text, string type) => type switch
    {
        "xsd:date" or "xsd:gYear" or "xsd:gYearMonth" or "xsd:dateTime" => DcatDate.TryParse(text, out var date) && date.Lexical == text && date.Precision == type switch
        {
            "xsd:gYear" => DatePrecision.Year,
            "xsd:gYearMonth" => DatePrecision.Month,
            "xsd:date" => DatePrecision.Day,
            _ => DatePrecision.Instant,
        },
        "xsd:boolean" => text is "true" or "false",
        "xsd:integer" => Integers().IsMatch(text),
        "xsd:decimal" => Decimals().IsMatch(text),
        "xsd:double" => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && Doubles().IsMatch(text),
        "xsd:anyURI" => Links.Of(text)?.Value == text,
        _ => false,
    };

    /// <summary>
    /// The words of the record beside a code that does not tell them all, <c>{url}/ns/kept#name</c>: a harvester of this
    /// feed that knows the property has the record as it was.
    /// </summary>
    private void WriteKept(string name, string? said, string? readBack)
    {
        if (!string.IsNullOrWhiteSpace(said) && said.Trim() != readBack) _sink.Literal(Own(_addresses.KeptProperty(name)), said.Trim());
    }

    private void WriteKept(string name, IEnumerable<string> said)
    {
        foreach (var text in said.Where(t => !string.IsNullOrWhiteSpace(t)).Distinct()) _sink.Literal(Own(_addresses.KeptProperty(name)), text.Trim());
    }

    /// <summary>What of a dataset its codes do not tell.</summary>
    private void WriteKept(Dataset dataset)
    {
        WriteKept("license", dataset.License, ReadBackLicense(dataset.License));
        WriteKept("accrualPeriodicity", dataset.AccrualPeriodicity, Frequencies.Find(Frequencies.Find(dataset.AccrualPeriodicity)?.EuCode) is { } known ? known.Interval ?? known.EuCode : null);
        WriteKept("temporalResolution", dataset.TemporalResolution, ReadBackDuration(dataset.TemporalResolution));
        WriteKeptLanguages(dataset.Languages);
        WriteKept("source", dataset.Sources.Where(s => Links.Of(s)?.Value != s));
        WriteKept("page", dataset.Documentation.Where(p => Links.Of(p) is null));
        WriteKept("relation", dataset.RelatedResources.Where(r => Links.Of(r) is null));
        WriteKept("isReferencedBy", dataset.IsReferencedBy.Where(r => Links.Of(r) is null));
        WriteKept("applicableLegislation", dataset.ApplicableLegislation.Where(l => Links.Of(l) is null));
    }

    private void WriteKept(Distribution distribution, FileFormat? type, bool isFile)
    {
        WriteKept("license", distribution.License, ReadBackLicense(distribution.License));
        WriteKept("temporalResolution", distribution.TemporalResolution, ReadBackDuration(distribution.TemporalResolution));
        WriteKeptLanguages(distribution.Languages);
        WriteKept("status", distribution.Status, EuVocabulary.DistributionStatus(distribution.Status));
        WriteKept("availability", distribution.Availability, EuVocabulary.Availability(distribution.Availability));
        // The media type told what the name did not; the name is still what readers know it by.
        if (type is not null) WriteKept("format", distribution.Format, type.Name);
        WriteKept("mediaType", distribution.MediaType, type?.MediaType ?? RegisteredType(distribution.MediaType));
        WriteKept("compressFormat", distribution.CompressFormat, FileFormats.Find(distribution.CompressFormat, distribution.CompressFormat)?.MediaType);
        WriteKept("packageFormat", distribution.PackageFormat, FileFormats.Find(distribution.PackageFormat, distribution.PackageFormat)?.MediaType);
        WriteKept("fileName", distribution.FileName, null);
        WriteKept("type", distribution.Type, null);
        if (isFile) WriteKept("accessURL", distribution.AccessUrl, null);
        if (distribution.Fields.Count > 0) _sink.Typed(TableSchema, TableSchemaJson.Write(distribution.Fields), Json);
    }

    private void WriteKeptLanguages(ValueList<string> languages)
    {
        if (languages.Any(l => EuVocabulary.LanguageTag(l) != l)) WriteKept("language", languages);
    }

    private static string? ReadBackLicense(string? license) => Licenses.Find(license)?.Name ?? (Links.Of(license) is { } iri ? iri.Value : license?.Trim());

    private static string? ReadBackDuration(string? duration) => duration is not null && XsdDuration().IsMatch(duration.Trim()) ? duration.Trim() : null;

    [GeneratedRegex(@"^[+-]?\d+\z", RegexOptions.ECMAScript)]
    private static partial Regex Integers();

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)\z", RegexOptions.ECMAScript)]
    private static partial Regex Decimals();

    [GeneratedRegex(@"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?\z", RegexOptions.ECMAScript)]
    private static partial Regex Doubles();
}
