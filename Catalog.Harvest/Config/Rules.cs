using System.Globalization;
using System.Text.RegularExpressions;
using Catalog.Core.Dcat;
using static Catalog.Harvest.Config.ConfigErrorCodes;

namespace Catalog.Harvest.Config;

/// <summary>What a single string of the config may be. Each rule gives what is kept, or tells what is wrong and gives null.</summary>
internal static partial class Rules
{
    public static string? Any(ConfigScalar scalar) => scalar.Value;

    public static string? OneOf(ConfigScalar scalar, ValueList<string> allowed)
    {
        if (allowed.Contains(scalar.Value)) return scalar.Value;
        scalar.Error(NotAllowed, $"{scalar.At.Name} is '{scalar.Shown}'; allowed: {string.Join(", ", allowed)}", DidYouMean.Hint(scalar.Shown, allowed));
        return null;
    }

    public static string? Id(ConfigScalar scalar)
    {
        if (IdPattern().IsMatch(scalar.Value)) return scalar.Value;
        scalar.Error(BadId, $"the id '{scalar.Shown}' is not 2 to 100 characters of a-z, 0-9 and '-'", () => SuggestId(scalar.Value));
        return null;
    }

    /// <summary>The shape of BCP 47 (RFC 5646 §2.1), not the registry; lower case, as text keeps it.</summary>
    public static string? Language(ConfigScalar scalar)
    {
        if (LanguagePattern().IsMatch(scalar.Value)) return scalar.Value.ToLowerInvariant();
        scalar.Error(BadLanguage, $"'{scalar.Shown}' is not a language code", scalar.Shown.Contains('_') ? $"write '{scalar.Shown.Replace('_', '-')}'" : "for example es, en, pt-BR");
        return null;
    }

    public static string? TimeZone(ConfigScalar scalar)
    {
        if (ZonePattern().IsMatch(scalar.Value) && TimeZoneInfo.TryFindSystemTimeZoneById(scalar.Value, out var zone) && zone.HasIanaId) return zone.Id;
        scalar.Error(BadTimeZone, $"'{scalar.Shown}' is not an IANA time zone", () =>
            TimeZoneInfo.TryConvertWindowsIdToIanaId(scalar.Value, out var iana) ? $"did you mean '{iana}'?"
            : NearestZone(scalar.Value) is { } near ? $"did you mean '{near}'?" : "for example America/Argentina/Buenos_Aires");
        return null;
    }

    public static string? Email(ConfigScalar scalar)
    {
        if (scalar.Value.Length <= 254 && EmailPattern().IsMatch(scalar.Value)) return scalar.Value;
        scalar.Error(BadEmail, $"'{scalar.Shown}' is not an e-mail address",
            scalar.Shown.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? "write it without 'mailto:'" : "for example datos@example.org");
        return null;
    }

    public static string? Url(ConfigScalar scalar)
    {
        if (!Uri.TryCreate(scalar.Value, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Host.Length == 0
            || !scalar.Value.Contains("://", StringComparison.Ordinal))
        {
            scalar.Error(BadUrl, $"'{scalar.Shown}' is not an absolute http(s) URL", () => scalar.Value.StartsWith("www.", StringComparison.Ordinal) ? $"write 'https://{scalar.Shown}'" : null);
            return null;
        }
        if (url.UserInfo.Length == 0) return scalar.Value;
        // The URL is not quoted: what stands before the '@' is a secret even when the file writes it in clear.
        scalar.Error(UrlCredentials, $"{scalar.At.Name} carries a user name or password", "send them as a header: headers: { Authorization: 'Basic ${NAME}' }");
        return null;
    }

    public static string? Date(ConfigScalar scalar)
    {
        if (DcatDate.TryParse(scalar.Value, out var date)) return date.Lexical;
        scalar.Error(BadDate, $"'{scalar.Shown}' is not an ISO 8601 date", "write 2024, 2024-05, 2024-05-31 or 2024-05-31T10:00:00-03:00");
        return null;
    }

    public static string? Period(ConfigScalar scalar)
    {
        var parts = scalar.Value.Split('/');
        if (parts.Length == 2 && DcatDate.TryParse(parts[0], out var start) && DcatDate.TryParse(parts[1], out var end))
        {
            if (start.CompareTo(end) <= 0) return $"{start.Lexical}/{end.Lexical}";
            scalar.Error(BadPeriod, $"the period '{scalar.Shown}' ends before it begins");
            return null;
        }
        scalar.Error(BadPeriod, $"'{scalar.Shown}' is not a period", "write two dates with a slash between: 2019-01-01/2019-12-31");
        return null;
    }

    public static string? Frequency(ConfigScalar scalar)
    {
        if (scalar.Value == "eventual" || FrequencyPattern().IsMatch(scalar.Value)) return scalar.Value;
        scalar.Error(BadFrequency, $"'{scalar.Shown}' is neither an ISO 8601 repeating interval nor 'eventual'",
            FrequencyWords.TryGetValue(scalar.Shown, out var interval) ? $"write {interval}" : "for example R/P1D (daily), R/P1M (monthly), R/P1Y (yearly)");
        return null;
    }

    public static string? License(ConfigScalar scalar)
    {
        if (scalar.Value.Contains("://", StringComparison.Ordinal)) return Url(scalar);
        if (LicensePattern().IsMatch(scalar.Value)) return scalar.Value;
        scalar.Error(BadLicense, $"the licence '{scalar.Shown}' is neither an id nor a URL", "for example CC-BY-4.0 or https://creativecommons.org/licenses/by/4.0/");
        return null;
    }

    public static string? Host(ConfigScalar scalar)
    {
        if (Uri.CheckHostName(scalar.Value) is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6) return scalar.Value.ToLowerInvariant();
        scalar.Error(BadHost, $"'{scalar.Shown}' is not a plain host name", () =>
            Uri.TryCreate(scalar.Value, UriKind.Absolute, out var url) && url.Host.Length > 0 ? $"write '{url.Host}'" : "without scheme, port, path or '*': for example intranet.example.org");
        return null;
    }

    /// <summary>A count or a share; null after telling what is wrong.</summary>
    public static MaxRemovals? Removals(ConfigScalar scalar)
    {
        var share = scalar.Value.EndsWith('%');
        var digits = share ? scalar.Value[..^1].TrimEnd() : scalar.Value;
        if (share && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100)
            return new MaxRemovals { Percent = percent };
        if (!share && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return new MaxRemovals { Count = count };
        scalar.Error(BadMaxRemovals, $"maxRemovals is '{scalar.Shown}'; it must be a count of datasets or a share of 0% to 100%", "for example 5 or 10%");
        return null;
    }

    /// <summary>A share of 0% to 100%; null after telling what is wrong.</summary>
    public static double? Share(ConfigScalar scalar, string key)
    {
        if (scalar.Value.EndsWith('%') && double.TryParse(scalar.Value[..^1].TrimEnd(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100) return percent;
        scalar.Error(BadShare, $"{key} is '{scalar.Shown}'; it must be a share of 0% to 100%", "for example 10%");
        return null;
    }

    private static string? SuggestId(string value) =>
        Slug.Of(value.Length > 500 ? value[..500] : value) is var slug && IdPattern().IsMatch(slug) && !slug.StartsWith("dataset-", StringComparison.Ordinal) ? $"for example '{slug}'" : null;

    /// <summary>By the whole name, else by the city alone: people know the city and guess what stands before it.</summary>
    private static string? NearestZone(string value)
    {
        var names = TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId).Select(zone => zone.Id).ToList();
        if (DidYouMean.Nearest(value, names) is { } whole) return whole;
        return DidYouMean.Nearest(City(value), names.Select(City)) is { } city ? names.Find(name => City(name) == city) : null;

        static string City(string name) => name[(name.LastIndexOf('/') + 1)..];
    }

    private static readonly Dictionary<string, string> FrequencyWords = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hourly"] = "R/PT1H", ["daily"] = "R/P1D", ["diaria"] = "R/P1D", ["diario"] = "R/P1D", ["weekly"] = "R/P1W", ["semanal"] = "R/P1W",
        ["monthly"] = "R/P1M", ["mensual"] = "R/P1M", ["quarterly"] = "R/P3M", ["trimestral"] = "R/P3M", ["semestral"] = "R/P6M",
        ["yearly"] = "R/P1Y", ["annual"] = "R/P1Y", ["anual"] = "R/P1Y",
    };

    [GeneratedRegex(@"^[a-z0-9-]{2,100}\z")]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,6}\z")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"^[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}\z")]
    private static partial Regex ZonePattern();

    [GeneratedRegex(@"^[^\s@<>(),;:""]{1,64}@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+\z")]
    private static partial Regex EmailPattern();

    // ISO 8601-1 §5.6: R/ and a duration with at least one part; portals write fractions ("R/P0.5M" is twice a month).
    [GeneratedRegex(@"^R/P(?=\d|T\d)(\d+(\.\d+)?Y)?(\d+(\.\d+)?M)?(\d+(\.\d+)?W)?(\d+(\.\d+)?D)?(T(?=\d)(\d+(\.\d+)?H)?(\d+(\.\d+)?M)?(\d+(\.\d+)?S)?)?\z")]
    private static partial Regex FrequencyPattern();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9.+-]{0,99}\z")]
    private static partial Regex LicensePattern();
}
