namespace Catalog.Core.Tabular.Cells;

/// <summary>The patterns that "default" and "any" stand for.</summary>
internal static class DateFormats
{
    public static readonly DatePattern[] DefaultDate = [DatePattern.Of("%Y-%m-%d")];

    public static readonly DatePattern[] DefaultTime = [DatePattern.Of("%H:%M:%S"), DatePattern.Of("%H:%M:%S.%f"), DatePattern.Of("%H:%M:%S%z"), DatePattern.Of("%H:%M:%S.%f%z")];

    /// <summary>ISO 8601; the offset, which Table Schema 1.0 demands, is what real files leave out.</summary>
    public static readonly DatePattern[] DefaultDateTime =
    [
        DatePattern.Of("%Y-%m-%dT%H:%M:%S"), DatePattern.Of("%Y-%m-%dT%H:%M:%S%z"),
        DatePattern.Of("%Y-%m-%dT%H:%M:%S.%f"), DatePattern.Of("%Y-%m-%dT%H:%M:%S.%f%z"),
        DatePattern.Of("%Y-%m-%d %H:%M:%S"), DatePattern.Of("%Y-%m-%d %H:%M:%S%z"),
        DatePattern.Of("%Y-%m-%d %H:%M:%S.%f"), DatePattern.Of("%Y-%m-%d %H:%M:%S.%f%z"),
        DatePattern.Of("%Y-%m-%dT%H:%M"), DatePattern.Of("%Y-%m-%dT%H:%M%z"), DatePattern.Of("%Y-%m-%d %H:%M"),
    ];

    /// <summary>Days whose month has a name.</summary>
    public static readonly DatePattern[] Named =
    [
        DatePattern.Of("%d de %B de %Y"), DatePattern.Of("%d de %B del %Y"), DatePattern.Of("%d %B %Y"), DatePattern.Of("%d-%B-%Y"), DatePattern.Of("%d/%B/%Y"), DatePattern.Of("%B %d, %Y"),
        DatePattern.Of("%B %d %Y"), DatePattern.Of("%d-%B-%y"), DatePattern.Of("%d/%B/%y"), DatePattern.Of("%d %B %y"), DatePattern.Of("%A, %d de %B de %Y"), DatePattern.Of("%A %d de %B de %Y"),
        DatePattern.Of("%A, %d %B %Y"), DatePattern.Of("%A, %B %d, %Y"),
    ];

    /// <summary>Day before month, as the Spanish-speaking world writes it, where both could be meant.</summary>
    public static readonly DatePattern[] AnyDate =
    [
        .. DefaultDate, DatePattern.Of("%Y/%m/%d"), DatePattern.Of("%Y.%m.%d"), DatePattern.Of("%d/%m/%Y"), DatePattern.Of("%d-%m-%Y"), DatePattern.Of("%d.%m.%Y"),
        DatePattern.Of("%d/%m/%y"), DatePattern.Of("%d-%m-%y"), DatePattern.Of("%d.%m.%y"), DatePattern.Of("%Y%m%d"), DatePattern.Of("%m/%d/%Y"), DatePattern.Of("%m-%d-%Y"),
        .. Named,
    ];

    public static readonly DatePattern[] AnyTime =
        [.. DefaultTime, DatePattern.Of("%H:%M"), DatePattern.Of("%I:%M %p"), DatePattern.Of("%I:%M:%S %p"), DatePattern.Of("%H%M%S")];

    public static readonly DatePattern[] AnyDateTime =
    [
        .. DefaultDateTime, .. from date in AnyDate.Skip(1) from time in new[] { "%H:%M:%S", "%H:%M", "%I:%M:%S %p", "%I:%M %p" } select DatePattern.Of($"{date.Text} {time}"),
        .. AnyDate,
    ];
}
