using System.Text.RegularExpressions;

namespace Catalog.Core.Dcat;

/// <summary>One e-mail address, in the form that HTML's e-mail field accepts: practical, not all of RFC 5322.</summary>
public static partial class EmailAddress
{
    public static bool IsValid(string text) => text.Length <= 254 && Shape().IsMatch(text);

    [GeneratedRegex(@"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
