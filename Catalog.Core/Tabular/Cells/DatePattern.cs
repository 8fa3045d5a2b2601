using System.Diagnostics.CodeAnalysis;

namespace Catalog.Core.Tabular.Cells;

/// <summary>
/// A date or time as strptime patterns describe it (ISO/IEC 9899 strftime letters, as Table Schema's formats use them),
/// compiled to steps. Days and months may lack their zero; names of months and days are Spanish or English.
/// </summary>
public sealed class DatePattern
{
    private readonly Step[] _steps;

    private DatePattern(string text, Step[] steps)
    {
        Text = text;
        _steps = steps;
    }

    private readonly record struct Step(char Directive, char Literal);

    public string Text { get; }

    /// <summary>Whether what it matches says its offset from UTC.</summary>
    public bool HasOffset => _steps.Any(step => step.Directive is 'z' or 'Z');

    public bool HasDate => _steps.Any(step => step.Directive is 'Y' or 'y');

    public bool HasTime => _steps.Any(step => step.Directive is 'H' or 'I');

    public static DatePattern Of(string text) =>
        TryCompile(text, out var pattern) ? pattern : throw new FormatException($"'{text}' is not a pattern of dates");

    /// <summary>False for directives that nobody could read back into a date, and for a percent sign at the end.</summary>
    public static bool TryCompile(string text, [NotNullWhen(true)] out DatePattern? pattern)
    {
        pattern = null;
        var steps = new List<Step>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                steps.Add(new Step('\0', text[i]));
                continue;
            }
            if (++i == text.Length) return false;
            // "%-d" asks for a day without its zero, which is read anyway.
            if (text[i] is '-' or '#' && i + 1 < text.Length) i++;
            switch (text[i])
            {
                case 'Y' or 'y' or 'm' or 'd' or 'H' or 'I' or 'M' or 'S' or 'f' or 'p' or 'z' or 'Z' or 'B' or 'b' or 'A' or 'a' or 'j':
                    steps.Add(new Step(text[i], '\0'));
                    break;
                case 'e':
                    steps.Add(new Step('d', '\0'));
                    break;
                case 'h':
                    steps.Add(new Step('b', '\0'));
                    break;
                case '%':
                    steps.Add(new Step('\0', '%'));
                    break;
                case 'F':
                    Add(steps, "Y-m-d");
                    break;
                case 'T':
                    Add(steps, "H:M:S");
                    break;
                case 'R':
                    Add(steps, "H:M");
                    break;
                case 'D':
                    Add(steps, "m/d/y");
                    break;
                default:
                    return false;
            }
        }
        if (!steps.Exists(step => step.Directive is not '\0')) return false;
        pattern = new DatePattern(text, [.. steps]);
        return true;
    }

    /// <summary>Matches the whole text. What the pattern does not speak of stays at its beginning: day 1, midnight.</summary>
    internal bool TryMatch(ReadOnlySpan<char> text, out DateParts parts)
    {
        parts = new DateParts { Month = 1, Day = 1 };
        var at = 0;
        foreach (var step in _steps)
        {
            if (step.Directive == '\0')
            {
                if (at >= text.Length || !Same(text[at], step.Literal)) return false;
                at++;
            }
            else if (!DateSteps.TryTake(step.Directive, text, ref at, ref parts))
            {
                return false;
            }
        }
        return at == text.Length && parts.Complete();
    }

    private static void Add(List<Step> steps, string letters)
    {
        foreach (var c in letters) steps.Add(char.IsLetter(c) ? new Step(c, '\0') : new Step('\0', c));
    }

    // "T" and "t", "DE" and "de"; any blank for a blank.
    private static bool Same(char found, char wanted) =>
        found == wanted || (char.IsAsciiLetter(wanted) && (found | 0x20) == (wanted | 0x20)) || (wanted == ' ' && found == '\u00A0');
}
