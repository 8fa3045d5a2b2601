using System.Text.RegularExpressions;
using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary>Request headers: legal names, values in one line, and none that the connection depends on.</summary>
internal static partial class HeaderRules
{
    private static readonly string[] OursToSet = ["Host", "Content-Length", "Transfer-Encoding", "Connection", "Upgrade", "Range", "If-None-Match", "If-Modified-Since", "Accept-Encoding"];

    public static ValueList<Header> Read(ConfigMap source)
    {
        var headers = new List<Header>();
        foreach (var (key, at) in source.Find("headers")?.AsEntries("a map of header name to string") ?? [])
        {
            var name = key.Text;
            var wrong = !NamePattern().IsMatch(name) ? $"'{Excerpt.Of(name)}' is not a header name"
                : OursToSet.Contains(name, StringComparer.OrdinalIgnoreCase) ? $"the header '{name}' is set by the harvester"
                : headers.Exists(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) ? $"the header '{name}' is written twice"
                : null;
            if (wrong is not null) at.Reading.Error(ConfigErrorCodes.BadHeader, key.Line, key.Column, wrong);
            if (at.AsScalar() is not { } scalar) continue;
            // Never quoted, not even as written: people do write the token itself. RFC 9110 §5.5: visible ASCII and blanks.
            if (!scalar.Value.All(c => c is >= ' ' and <= '~')) scalar.Error(ConfigErrorCodes.BadHeader, $"the value of the header '{Excerpt.Of(name)}' is not one line of ASCII");
            else if (wrong is null) headers.Add(new Header(name, scalar.Value));
        }
        return headers.ToValueList();
    }

    // RFC 9110 §5.6.2: token.
    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}\z")]
    private static partial Regex NamePattern();
}
