using System.Text;

namespace Catalog.Harvest.Config;

/// <summary>Fills <c>${NAME}</c> from the environment. What it fills in is never part of a message.</summary>
internal sealed class Secrets(Func<string, string?> environment)
{
    /// <summary>
    /// The text with its variables filled in, or null after telling each that cannot be. A variable that is set to
    /// nothing counts as missing: an empty password is a deployment slip, not a wish.
    /// </summary>
    public string? Fill(string text, Action<string, string, string?> error)
    {
        if (!text.Contains("${", StringComparison.Ordinal)) return text;
        var filled = new StringBuilder(text.Length);
        var failed = false;
        for (var i = 0; i < text.Length;)
        {
            if (text.AsSpan(i).StartsWith("$${"))
            {
                filled.Append("${");
                i += 3;
            }
            else if (text.AsSpan(i).StartsWith("${"))
            {
                var end = i + 2;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
                var name = text[(i + 2)..end];
                if (name.Length == 0 || char.IsAsciiDigit(name[0]) || end == text.Length || text[end] != '}')
                {
                    error(ConfigErrorCodes.BadVariable, "'${' is not followed by the name of an environment variable and '}'", "write ${NAME}, or $${ for a literal ${");
                    return null;
                }
                var value = environment(name);
                if (string.IsNullOrEmpty(value))
                {
                    error(ConfigErrorCodes.MissingVariable, $"the environment variable '{name}' is not set", $"set {name} where the catalog runs, or write $${{ for a literal ${{");
                    failed = true;
                }
                filled.Append(value);
                i = end + 1;
            }
            else
            {
                filled.Append(text[i++]);
            }
        }
        return failed ? null : filled.ToString();
    }
}
