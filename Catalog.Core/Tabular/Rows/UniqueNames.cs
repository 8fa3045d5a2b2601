using System.Globalization;

namespace Catalog.Core.Tabular.Rows;

internal static class UniqueNames
{
    /// <summary>The name, or with the first number after it that makes it differ from those that are taken; then it is taken, too.</summary>
    public static string Add(HashSet<string> taken, string name)
    {
        if (taken.Add(name)) return name;
        for (var n = 2; ; n++)
        {
            var numbered = string.Create(CultureInfo.InvariantCulture, $"{name}_{n}");
            if (taken.Add(numbered)) return numbered;
        }
    }
}
