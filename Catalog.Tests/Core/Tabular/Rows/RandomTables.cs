using System.Globalization;
using Catalog.Core.Tabular.Rows;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Rows;

/// <summary>Random rows with few different values, so that filters hit, groups have members and orders have ties.</summary>
internal static class RandomTables
{
    private static readonly string[] Texts = ["", "Palermo", "palermo", "Núñez", "San Telmo", "a'b\"c", "O'Higgins; --", "%", "_", "100%", "ñandú", "ÁRBOL caído", "\t", "😀 emoji"];

    public static readonly IReadOnlyList<StoredColumn> Columns =
    [
        new() { Name = "texto", Source = 0, Type = StoredType.Text },
        new() { Name = "Otro \"texto\", con.todo()", Source = 1, Type = StoredType.Text },
        new() { Name = "entero", Source = 2, Type = StoredType.Integer },
        new() { Name = "monto", Source = 3, Type = StoredType.Number, Decimals = 2, Magnitude = 1000 },
        new() { Name = "suelto", Source = 4, Type = StoredType.Number },
        new() { Name = "vale", Source = 5, Type = StoredType.Boolean },
        new() { Name = "fecha", Source = 6, Type = StoredType.Date },
        new() { Name = "hora", Source = 7, Type = StoredType.Time },
        new() { Name = "momento", Source = 8, Type = StoredType.Timestamp },
    ];

    public static readonly Gen<object?[]> Row = Gen.Select(
        Nullable(Gen.OneOf(Texts)), Nullable(Gen.OneOf(Texts)), Nullable(Gen.OneOf(Gen.Long[-3, 3], Gen.OneOf(long.MinValue, long.MaxValue))),
        Nullable(Gen.Int[-1000, 1000].Select(cents => cents / 100.0)), Nullable(Gen.OneOf(Gen.OneOf(0.1, 0.2, 0.3, -1e300, 1e-300, 1.5), Gen.Double[-5, 5])),
        Nullable(Gen.Bool), Nullable(Gen.Int[0, 800].Select(day => new DateOnly(2023, 12, 1).AddDays(day))), Nullable(Gen.Int[0, 3].Select(n => new TimeOnly(7 * n, 30, n, n, n))))
        .Select(Gen.OneOf(Gen.Const((object?)null), Gen.Int[0, 5].Select(n => (object?)new DateTime(2024, 2, 29).AddHours(13 * n).AddMicroseconds(n))), (row, moment) =>
            new[] { row.Item1, row.Item2, row.Item3, row.Item4, row.Item5, row.Item6, row.Item7, row.Item8, moment });

    public static readonly Gen<object?[][]> Rows = Row.Array[0, 60];

    /// <summary>A value as queries write it and answers show it.</summary>
    public static string? Write(object? value) => value switch
    {
        null => null,
        double number => RowText.Number(number),
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    public static string Quote(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Gen<object?> Nullable<T>(Gen<T> values) => Gen.Frequency((1, Gen.Const((object?)null)), (4, values.Select(value => (object?)value)));
}
