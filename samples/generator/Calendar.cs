namespace Samples.Generator;

/// <summary>Fixed days: nothing here looks at a clock.</summary>
internal static class Calendar
{
    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    /// <summary>The first day of each of so many months.</summary>
    public static IEnumerable<DateOnly> Months(int year, int month, int count) =>
        Enumerable.Range(0, count).Select(i => Day(year, month, 1).AddMonths(i));

    /// <summary>A season in the tens of percent: high in January by the sea, low in July.</summary>
    public static double Summer(int month) => Season[month - 1];

    /// <summary>The opposite of <see cref="Summer"/>, for what people have in winter.</summary>
    public static double Winter(int month) => 2.0 - Season[month - 1];

    private static readonly double[] Season = [1.65, 1.6, 1.2, 1.0, 0.75, 0.6, 0.65, 0.65, 0.75, 0.9, 1.05, 1.4];
}
