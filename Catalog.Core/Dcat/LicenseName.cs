using System.Text.RegularExpressions;

namespace Catalog.Core.Dcat;

/// <summary>
/// One short name for the many ways in which portals write the same licence ("Creative Commons Attribution 4.0",
/// "Atribucion 2.5 Argentina (CC BY 2.5 AR)", the deed's address), so that facets and counts bring them together.
/// </summary>
public static partial class LicenseName
{
    public static string? Of(string? license)
    {
        if (string.IsNullOrWhiteSpace(license)) return null;
        var text = license.Trim();
        if (CreativeCommons().Match(text) is { Success: true } cc) return Join("CC", cc);
        if (CreativeCommonsDeed().Match(text) is { Success: true } deed) return Join("CC", deed);
        if (PublicDomain().IsMatch(text)) return "CC0-1.0";
        if (Contains(text, "odbl") || Contains(text, "open database license")) return "ODbL-1.0";
        if (Contains(text, "pddl") || Contains(text, "public domain dedication and license")) return "PDDL-1.0";
        if (Contains(text, "odc-by") || Contains(text, "open data commons attribution")) return "ODC-BY-1.0";
        if (Contains(text, "creative commons attribution share")) return "CC-BY-SA" + VersionIn(text);
        if (Contains(text, "creative commons attribution") || Contains(text, "creative commons atribuci")) return "CC-BY" + VersionIn(text);
        return text;
    }

    private static string Join(string prefix, Match match)
    {
        var kind = match.Groups["kind"].Value.ToUpperInvariant().Replace(' ', '-');
        var version = match.Groups["version"].Value;
        var country = match.Groups["country"].Value.ToUpperInvariant();
        return string.Join('-', new[] { prefix, kind, version, country }.Where(part => part.Length > 0));
    }

    private static string VersionIn(string text) => Version().Match(text) is { Success: true } version ? "-" + version.Value : "";

    private static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\bCC[ -](?<kind>BY(?:[ -](?:NC|ND|SA))*)(?:[ -]?(?<version>\d\.\d))?(?:[ -](?<country>AR))?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreativeCommons();

    [GeneratedRegex(@"creativecommons\.org/licenses/(?<kind>by(?:-(?:nc|nd|sa))*)/(?<version>\d\.\d)(?:/(?<country>ar)\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CreativeCommonsDeed();

    [GeneratedRegex(@"\bCC[ -]?0\b|CC[ -]ZERO|publicdomain/zero", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PublicDomain();

    [GeneratedRegex(@"\d\.\d", RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
