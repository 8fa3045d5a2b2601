namespace Catalog.Core.Tabular.Cells;

/// <summary>Months and days of the week as Spanish and English write them, whole or short, with or without a point.</summary>
internal static class MonthNames
{
    private static readonly (string Name, int Month)[] Months = Longest(
    [
        ("enero", 1), ("febrero", 2), ("marzo", 3), ("abril", 4), ("mayo", 5), ("junio", 6), ("julio", 7), ("agosto", 8),
        ("septiembre", 9), ("setiembre", 9), ("octubre", 10), ("noviembre", 11), ("diciembre", 12),
        ("january", 1), ("february", 2), ("march", 3), ("april", 4), ("may", 5), ("june", 6), ("july", 7), ("august", 8),
        ("september", 9), ("october", 10), ("november", 11), ("december", 12),
        ("ene", 1), ("feb", 2), ("mar", 3), ("abr", 4), ("jun", 6), ("jul", 7), ("ago", 8), ("sept", 9), ("sep", 9), ("set", 9),
        ("oct", 10), ("nov", 11), ("dic", 12), ("jan", 1), ("apr", 4), ("aug", 8), ("dec", 12),
    ]);

    private static readonly (string Name, int Day)[] Weekdays = Longest(
    [
        ("lunes", 1), ("martes", 2), ("miércoles", 3), ("miercoles", 3), ("jueves", 4), ("viernes", 5), ("sábado", 6), ("sabado", 6), ("domingo", 7),
        ("monday", 1), ("tuesday", 2), ("wednesday", 3), ("thursday", 4), ("friday", 5), ("saturday", 6), ("sunday", 7),
        ("lun", 1), ("mar", 2), ("mié", 3), ("mie", 3), ("jue", 4), ("vie", 5), ("sáb", 6), ("sab", 6), ("dom", 7),
        ("mon", 1), ("tue", 2), ("wed", 3), ("thu", 4), ("fri", 5), ("sat", 6), ("sun", 7),
    ]);

    public static bool TryTake(ReadOnlySpan<char> text, ref int at, out int month) => TryTake(Months, text, ref at, out month);

    public static bool TryTakeWeekday(ReadOnlySpan<char> text, ref int at) => TryTake(Weekdays, text, ref at, out _);

    private static bool TryTake((string Name, int Number)[] names, ReadOnlySpan<char> text, ref int at, out int number)
    {
        var rest = text[at..];
        foreach (var (name, value) in names)
        {
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)) continue;
            number = value;
            at += name.Length;
            // A name that goes on is another word: "marzo" is not "mar" and something.
            if (at < text.Length && char.IsLetter(text[at])) return false;
            if (at < text.Length && text[at] == '.' && name.Length <= 4) at++;
            return true;
        }
        number = 0;
        return false;
    }

    private static (string Name, int Number)[] Longest((string Name, int Number)[] names) => [.. names.OrderByDescending(n => n.Name.Length)];
}
