using System.Text.RegularExpressions;
using Catalog.Core.Rdf;

namespace Catalog.Core.Formats;

/// <summary>A licence that is known by code: the EU licence table's, and the address of its text.</summary>
public sealed record License(string EuCode, string Url)
{
    public Iri Iri => EuVocabulary.Code("licence", EuCode);
}

/// <summary>Licences as sources write them: SPDX and CKAN ids, names in English and Spanish, addresses of the texts.</summary>
public static partial class Licenses
{
    private static readonly License Zero = new("CC0", "https://creativecommons.org/publicdomain/zero/1.0/");
    private static readonly License Odbl = new("ODC_ODBL", "https://opendatacommons.org/licenses/odbl/1-0/");
    private static readonly License OdcBy = new("ODC_BY", "https://opendatacommons.org/licenses/by/1-0/");
    private static readonly License Pddl = new("ODC_PDDL", "https://opendatacommons.org/licenses/pddl/1-0/");
    private static readonly License Ogl3 = new("OGL_3_0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");
    private static readonly License Gfdl = new("GNU_FDL", "https://www.gnu.org/licenses/fdl-1.3.html");

    public static License? Find(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var words = text.Trim().ToLowerInvariant();
        if (Other(words) is { } other) return other;
        var address = CcAddress().Match(words);
        if (address.Success) return CreativeCommons(address.Groups["kind"].Value, address.Groups["version"].Value, address.Groups["port"].Value);
        var id = CcId().Match(words);
        if (id.Success) return CreativeCommons(id.Groups["kind"].Value, id.Groups["version"].Value, id.Groups["port"].Value);
        var code = CcCode().Match(words);
        if (code.Success) return CreativeCommons(code.Groups["kind"].Value switch
        {
            "bysa" => "by-sa",
            "bync" => "by-nc",
            "bynd" => "by-nd",
            "byncsa" => "by-nc-sa",
            "byncnd" => "by-nc-nd",
            _ => "by",
        }, code.Groups["version"].Value.Replace('_', '.'), "");
        return words.Contains("creative commons", StringComparison.Ordinal) ? ByWords(words) : null;
    }

    private static License? Other(string words)
    {
        return words switch
        {
            "cc0" or "cc0-1.0" or "cc-zero" or "cc0 1.0" => Zero,
            "odbl" or "odbl-1.0" or "odc-odbl" => Odbl,
            "odc-by" or "odc-by-1.0" => OdcBy,
            "pddl" or "pddl-1.0" or "odc-pddl" => Pddl,
            "ogl-uk-3.0" => Ogl3,
            "gfdl" or "gfdl-1.3" => Gfdl,
            _ when Has("publicdomain/zero") || Has("licence/cc0") || Has("creative commons zero") || Has("creative commons cc0") => Zero,
            _ when Has("opendatacommons.org/licenses/odbl") || Has("open database license") || Has("licence/odc_odbl") => Odbl,
            _ when Has("opendatacommons.org/licenses/by") || Has("licence/odc_by") || Has("open data commons attribution") => OdcBy,
            _ when Has("opendatacommons.org/licenses/pddl") || Has("licence/odc_pddl") => Pddl,
            _ when Has("open-government-licence/version/3") => Ogl3,
            _ => null,
        };

        bool Has(string part) => words.Contains(part, StringComparison.Ordinal);
    }

    private static License? ByWords(string words)
    {
        var version = Version().Match(words).Value;
        var attribution = words.Contains("attribution", StringComparison.Ordinal) || words.Contains("atribuci", StringComparison.Ordinal)
            || words.Contains("reconocimiento", StringComparison.Ordinal) || ByWord().IsMatch(words);
        if (!attribution) return null;
        var kind = "by"
            + (words.Contains("noncommercial", StringComparison.Ordinal) || words.Contains("non-commercial", StringComparison.Ordinal)
                || words.Contains("nocomercial", StringComparison.Ordinal) || words.Contains("no comercial", StringComparison.Ordinal) ? "-nc" : "")
            + (words.Contains("noderiv", StringComparison.Ordinal) || words.Contains("sin obra", StringComparison.Ordinal)
                || words.Contains("sinobra", StringComparison.Ordinal) ? "-nd" : "")
            + (words.Contains("share", StringComparison.Ordinal) || words.Contains("compartir", StringComparison.Ordinal) ? "-sa" : "");
        return CreativeCommons(kind, version, words.Contains("argentina", StringComparison.Ordinal) ? "ar" : "");
    }

    // The table has no ports to a country; the licence of the same version is the nearest code, and the address keeps
    // the port.
    private static License? CreativeCommons(string kind, string version, string port)
    {
        var normal = kind.Replace('_', '-').Replace(' ', '-');
        var code = "CC_" + normal.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (version is "4") version = "4.0";
        if (version.Length == 0) return new License(code, $"http://www.opendefinition.org/licenses/cc-{normal}");
        if (version is not ("1.0" or "2.0" or "2.5" or "3.0" or "4.0")) return null;
        var country = port.Length == 2 && version != "4.0" ? port + "/" : "";
        return new License($"{code}_{version.Replace('.', '_')}", $"https://creativecommons.org/licenses/{normal}/{version}/{country}");
    }

    [GeneratedRegex(@"creativecommons\.org/licenses/(?<kind>by(-nc)?(-nd|-sa)?)(/(?<version>\d\.\d))?(/(?<port>[a-z]{2}))?(/|[?#]|\z|/deed|/legalcode)", RegexOptions.CultureInvariant)]
    private static partial Regex CcAddress();

    // The IRI of the authority: .../licence/CC_BYSA_4_0.
    [GeneratedRegex(@"authority/licence/cc_(?<kind>by(nc)?(nd|sa)?)(_(?<version>\d_\d))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CcCode();

    // CC-BY-4.0, cc by 2.5 ar.
    [GeneratedRegex(@"^(creative commons )?cc[-_ ]?(?<kind>by([-_ ]nc)?([-_ ](nd|sa))?)([-_ ]?(?<version>\d(\.\d)?))?([-_ ](?<port>[a-z]{2}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CcId();

    [GeneratedRegex(@"(?<!\d)\d\.\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"\bby\b", RegexOptions.CultureInvariant)]
    private static partial Regex ByWord();
}
