using System.Text.RegularExpressions;

namespace Catalog.Core.Dcat;

/// <summary>
/// A licence that is known: its short name (SPDX's where there is one), its code in the EU licence table, and the
/// address of its text.
/// </summary>
public sealed record License(string Name, string EuCode, string Url);

/// <summary>
/// Licences as sources write them: SPDX and CKAN ids, names in English and Spanish, addresses of the texts. One place
/// decides what they mean, so that facets count what the exports name.
/// </summary>
public static partial class Licenses
{
    private static readonly License Zero = new("CC0-1.0", "CC0", "https://creativecommons.org/publicdomain/zero/1.0/");
    private static readonly License Odbl = new("ODbL-1.0", "ODC_ODBL", "https://opendatacommons.org/licenses/odbl/1-0/");
    private static readonly License OdcBy = new("ODC-BY-1.0", "ODC_BY", "https://opendatacommons.org/licenses/by/1-0/");
    private static readonly License Pddl = new("PDDL-1.0", "ODC_PDDL", "https://opendatacommons.org/licenses/pddl/1-0/");
    private static readonly License Ogl3 = new("OGL-UK-3.0", "OGL_3_0", "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/");
    private static readonly License Gfdl = new("GFDL-1.3", "GNU_FDL", "https://www.gnu.org/licenses/fdl-1.3.html");

    private static readonly Memo<License?> Known = new(Understand);

    /// <summary>The licence that the text names, or null: what is not known is not guessed.</summary>
    public static License? Find(string? text) => string.IsNullOrWhiteSpace(text) ? null : Known.Of(text);

    private static License? Understand(string text)
    {
        var words = text.Trim().ToLowerInvariant();
        if (Other(words) is { } other) return other;
        var address = CcAddress().Match(words);
        if (address.Success) return CreativeCommons(address);
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
        // An address that is no licence's own may hold anything in its path.
        if (words.Contains("://", StringComparison.Ordinal)) return null;
        var id = CcId().Match(words);
        if (id.Success) return CreativeCommons(id);
        return words.Contains("creative commons", StringComparison.Ordinal) ? ByWords(words) : null;
    }

    /// <summary>One short name for the many spellings of a licence; what is not known keeps its own words.</summary>
    public static string? Name(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : Find(text)?.Name ?? text.Trim();

    private static License? Other(string words)
    {
        return words switch
        {
            "ogl-uk-3.0" => Ogl3,
            "gfdl" or "gfdl-1.3" => Gfdl,
            _ when Has("publicdomain/zero") || Has("licence/cc0") || Has("creative commons zero") || CcZero().IsMatch(words) => Zero,
            _ when Has("odbl") || Has("open database license") => Odbl,
            _ when Has("odc-by") || Has("odc_by") || Has("opendatacommons.org/licenses/by") || Has("open data commons attribution") => OdcBy,
            _ when Has("pddl") || Has("public domain dedication and license") => Pddl,
            _ when Has("open-government-licence/version/3") => Ogl3,
            _ => null,
        };

        bool Has(string part) => words.Contains(part, StringComparison.Ordinal);
    }

    private static License? ByWords(string words)
    {
        var version = Version().Match(words).Value;
        if (!Has("attribution") && !Has("atribuci") && !Has("reconocimiento") && !ByWord().IsMatch(words)) return null;
        var kind = "by"
            + (Has("noncommercial") || Has("non-commercial") || Has("nocomercial") || Has("no comercial") ? "-nc" : "")
            + (Has("noderiv") || Has("sin obra") || Has("sinobra") ? "-nd" : "")
            + (Has("share") || Has("compartir") ? "-sa" : "");
        return CreativeCommons(kind, version, Has("argentina") ? "ar" : "");

        bool Has(string part) => words.Contains(part, StringComparison.Ordinal);
    }

    private static License? CreativeCommons(Match match) =>
        CreativeCommons(match.Groups["kind"].Value, match.Groups["version"].Value, match.Groups["port"].Value);

    // The EU table has no ports to a country; the licence of the same version is the nearest code, and name and
    // address keep the port. Version 4.0 was never ported.
    private static License? CreativeCommons(string kind, string version, string port)
    {
        var normal = kind.Replace('_', '-').Replace(' ', '-');
        var name = "CC-" + normal.ToUpperInvariant();
        var code = "CC_" + normal.Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (version is "4") version = "4.0";
        if (version.Length == 0) return new License(name, code, $"http://www.opendefinition.org/licenses/cc-{normal}");
        if (version is not ("1.0" or "2.0" or "2.5" or "3.0" or "4.0")) return null;
        var country = port.Length == 2 && version != "4.0" ? port : "";
        return new License(
            country.Length == 0 ? $"{name}-{version}" : $"{name}-{version}-{country.ToUpperInvariant()}",
            $"{code}_{version.Replace('.', '_')}",
            $"https://creativecommons.org/licenses/{normal}/{version}/{(country.Length == 0 ? "" : country + "/")}");
    }

    [GeneratedRegex(@"creativecommons\.org/licenses/(?<kind>by(-nc)?(-nd|-sa)?)(/(?<version>\d\.\d))?(/(?<port>[a-z]{2}))?(/|[?#]|\z|/deed|/legalcode)", RegexOptions.CultureInvariant)]
    private static partial Regex CcAddress();

    // The IRI of the authority: .../licence/CC_BYSA_4_0.
    [GeneratedRegex(@"authority/licence/cc_(?<kind>by(nc)?(nd|sa)?)(_(?<version>\d_\d))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CcCode();

    // CC-BY-4.0, cc by 2.5 ar; also within a longer name, "Atribucion 2.5 Argentina (CC BY 2.5 AR)". A port is only
    // taken before the end of the name, where no other word of two letters stands.
    [GeneratedRegex(@"(?<![\w-])cc[-_ ]?(?<kind>by([-_ ]nc)?([-_ ](nd|sa))?)([-_ ]?(?<version>\d(\.\d)?))?([-_ ](?<port>[a-z]{2})(?=\z|[),;]))?(?![\w.-])", RegexOptions.CultureInvariant)]
    private static partial Regex CcId();

    [GeneratedRegex(@"(?<![\w-])cc[-_ ]?(0|zero)(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex CcZero();

    [GeneratedRegex(@"(?<!\d)\d\.\d(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex(@"\bby\b", RegexOptions.CultureInvariant)]
    private static partial Regex ByWord();
}
