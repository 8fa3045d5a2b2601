using System.Globalization;
using System.Numerics;
using System.Text;
using Catalog.Core.Tabular.Rows;
using CsCheck;

namespace Catalog.Tests.Core.Tabular.Rows;

/// <summary>Random tables and questions, answered by the database and by a few lines over lists.</summary>
public sealed class QueryOracleTests
{
    private const int Iterations = 40;

    private readonly SharedPool _pool = new();

    [OneTimeTearDown]
    public void Close() => _pool.Dispose();

    private static readonly Gen<(string Text, Func<object?[], bool> Holds)> Condition = Gen.Int[0, RandomTables.Columns.Count - 1].SelectMany(column =>
        Gen.Select(Gen.OneOf("eq", "ne", "lt", "le", "gt", "ge", "in", "contains", "startswith", "isnull", "notnull"), RandomTables.Row, RandomTables.Row)
            .Select((op, one, two) => Compare(column, op, one[column], two[column])));

    private static readonly Gen<(string Text, Func<object?[], bool> Holds)> Filter = Gen.Recursive<(string Text, Func<object?[], bool> Holds)>((depth, filter) =>
        depth >= 3 ? Condition : Gen.Frequency(
            (3, Condition),
            (1, filter.Array[1, 3].Select(parts => ($"and({string.Join(",", parts.Select(p => p.Text))})", (Func<object?[], bool>)(row => parts.All(p => p.Holds(row)))))),
            (1, filter.Array[1, 3].Select(parts => ($"or({string.Join(",", parts.Select(p => p.Text))})", (Func<object?[], bool>)(row => parts.Any(p => p.Holds(row)))))),
            (1, filter.Select(part => ($"not({part.Text})", (Func<object?[], bool>)(row => !part.Holds(row)))))));

    private static readonly Gen<(int Column, bool Descending)[]> Order = Gen.Select(Gen.Int[0, RandomTables.Columns.Count - 1], Gen.Bool).Array[0, 3];

    [Test]
    public void Filter_KeepsTheRowsForWhichItHolds_InTheirOrder() => Gen.Select(RandomTables.Rows, Filter.Array[1, 2]).Sample((rows, filters) =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var found = table.All(new QueryText { Filters = [.. filters.Select(f => f.Text)] });
        var expected = rows.Where(row => filters.All(f => f.Holds(row))).Select(row => row.Select(RandomTables.Write).ToArray());
        Assert.That(found, Is.EqualTo(expected), string.Join(" ", filters.Select(f => f.Text)));
    }, iter: Iterations, threads: 1);

    [Test]
    public void Pages_ShowEachRowOnce_InTheOrderAskedFor() => Gen.Select(RandomTables.Rows, Order, Gen.Int[1, 20], Filter).Sample((rows, order, limit, filter) =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var sort = string.Join(",", order.Select(key => $"{RandomTables.Quote(RandomTables.Columns[key.Column].Name)}.{(key.Descending ? "desc" : "asc")}"));
        var (found, totals, _) = table.Pages(new QueryText { Sort = sort, Filters = [filter.Text], Select = "*,_row" }, limit);
        IEnumerable<(object?[] Cells, int Number)> expected = rows.Select((row, index) => (row, index + 1)).Where(row => filter.Holds(row.row)).ToList();
        var sorted = expected.OrderBy(row => row, Comparer<(object?[] Cells, int Number)>.Create((a, b) => CompareRows(a, b, order))).ToList();
        Assert.That(found.Select(row => row[^1]), Is.EqualTo(sorted.Select(row => RandomTables.Write((long)row.Number))), sort);
        Assert.That(found.Select(row => row[..^1]), Is.EqualTo(sorted.Select(row => row.Cells.Select(RandomTables.Write))));
        Assert.That(totals, Has.All.EqualTo(sorted.Count));
    }, iter: Iterations, threads: 1);

    [Test]
    public void Groups_AddUpAsTheirRowsDo() => Gen.Select(RandomTables.Rows, Gen.Int[0, RandomTables.Columns.Count - 1]).Sample((rows, key) =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var found = table.Pages(new QueryText
        {
            Group = RandomTables.Quote(RandomTables.Columns[key].Name),
            Aggregate = "count,count(entero),sum(entero),sum(monto),avg(monto),min(fecha),max(texto),distinct(texto),median(monto)",
        }, 7).Rows;
        var expected = rows.GroupBy(row => row[key]).OrderBy(group => group.Key, Comparer<object?>.Create((a, b) => CompareValues(a, b, descending: false))).Select(group =>
        {
            var whole = group.Select(row => row[2]).OfType<long>().ToList();
            var money = group.Select(row => row[3]).OfType<double>().Select(m => (decimal)m).ToList();
            var days = group.Select(row => row[6]).OfType<DateOnly>().ToList();
            var texts = group.Select(row => row[0]).OfType<string>().ToList();
            return new[]
            {
                RandomTables.Write(group.Key),
                RandomTables.Write((long)group.Count()),
                RandomTables.Write((long)whole.Count),
                whole.Count == 0 ? null : whole.Aggregate(BigInteger.Zero, (sum, n) => sum + n).ToString(CultureInfo.InvariantCulture),
                money.Count == 0 ? null : money.Sum().ToString("0.00", CultureInfo.InvariantCulture),
                money.Count == 0 ? null : Rounded((double)(money.Sum() / money.Count)),
                days.Count == 0 ? null : RandomTables.Write(days.Min()),
                texts.Count == 0 ? null : texts.MaxBy(Encoding.UTF8.GetBytes, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b))),
                RandomTables.Write((long)texts.Distinct().Count()),
                money.Count == 0 ? null : Rounded(Median([.. money.Select(m => (double)m).Order()])),
            };
        });
        Assert.That(found.Select(row => row.Select((cell, i) => i is 5 or 9 && cell is not null ? Rounded(double.Parse(cell, CultureInfo.InvariantCulture)) : cell)), Is.EqualTo(expected));
    }, iter: Iterations, threads: 1);

    [Test]
    public void AggregatesWithoutGroups_AreOneRow() => RandomTables.Rows.Sample(rows =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var (found, totals, pages) = table.Pages(new QueryText { Aggregate = "count,sum(monto),sum(suelto)" }, 1);
        var money = rows.Select(row => row[3]).OfType<double>().ToList();
        var loose = rows.Select(row => row[4]).OfType<double>().ToList();
        Assert.That((totals[0], pages), Is.EqualTo((1L, 1)));
        // Doubles of any size: added in the order of the rows.
        Assert.That(found, Is.EqualTo(new[] { new[] { RandomTables.Write((long)rows.Length), money.Count == 0 ? null : money.Sum(m => (decimal)m).ToString("0.00", CultureInfo.InvariantCulture), loose.Count == 0 ? null : RowText.Number(loose.Aggregate(0.0, (sum, n) => sum + n)) } }));
    }, iter: Iterations, threads: 1);

    [Test]
    public void DateParts_CutDatesOff() => RandomTables.Rows.Sample(rows =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var found = table.All(new QueryText { Group = "year(fecha),quarter(fecha),month(momento),day(momento)", Aggregate = "count" });
        var expected = rows.GroupBy(row => (
            Year: row[6] is DateOnly d ? d.ToString("yyyy", CultureInfo.InvariantCulture) : null,
            Quarter: row[6] is DateOnly q ? $"{q.Year}-Q{(q.Month + 2) / 3}" : null,
            Month: row[8] is DateTime m ? m.ToString("yyyy-MM", CultureInfo.InvariantCulture) : null,
            Day: row[8] is DateTime t ? t.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null))
            .Select(group => new[] { group.Key.Year, group.Key.Quarter, group.Key.Month, group.Key.Day, RandomTables.Write((long)group.Count()) });
        Assert.That(found, Is.EquivalentTo(expected));
    }, iter: Iterations, threads: 1);

    [Test]
    public void Words_MustAllOccurInSomeText() => Gen.Select(RandomTables.Rows, Gen.OneOf("palermo", "NUNEZ", "arbol", "san telmo", "%", "'b\"", "nand", "emoji 😀", "zzz")).Sample((rows, words) =>
    {
        using var table = new QueriedTable(RandomTables.Columns, rows, _pool);
        var found = table.All(new QueryText { Words = words });
        var expected = rows.Where(row => words.Split(' ').All(word => row.OfType<string>().Any(text => Plain(text).Contains(Plain(word), StringComparison.Ordinal))));
        Assert.That(found, Is.EqualTo(expected.Select(row => row.Select(RandomTables.Write))));
    }, iter: Iterations, threads: 1);

    private static (string Text, Func<object?[], bool> Holds) Compare(int column, string op, object? one, object? two)
    {
        var name = RandomTables.Quote(RandomTables.Columns[column].Name);
        if (op is "isnull" or "notnull") return ($"{name}.{op}", row => row[column] is null == (op == "isnull"));
        one ??= Default(column);
        two ??= Default(column);
        if (op is "contains" or "startswith" && column > 1) op = "eq";
        var value = RandomTables.Quote(RandomTables.Write(one)!);
        if (op == "in") return ($"{name}.in.({value},{RandomTables.Quote(RandomTables.Write(two)!)})", row => row[column] is { } cell && (cell.Equals(one) || cell.Equals(two)));
        return ($"{name}.{op}.{value}", row => row[column] is { } cell && op switch
        {
            "eq" => CompareValues(cell, one, false) == 0,
            "ne" => CompareValues(cell, one, false) != 0,
            "lt" => CompareValues(cell, one, false) < 0,
            "le" => CompareValues(cell, one, false) <= 0,
            "gt" => CompareValues(cell, one, false) > 0,
            "ge" => CompareValues(cell, one, false) >= 0,
            "contains" => Plain((string)cell).Contains(Plain((string)one), StringComparison.Ordinal),
            _ => Plain((string)cell).StartsWith(Plain((string)one), StringComparison.Ordinal),
        });
    }

    private static object Default(int column) => column switch
    {
        0 or 1 => "x",
        2 => 1L,
        3 or 4 => 1.5,
        5 => true,
        6 => new DateOnly(2024, 1, 1),
        7 => new TimeOnly(7, 30),
        _ => new DateTime(2024, 3, 1),
    };

    private static int CompareRows((object?[] Cells, int Number) a, (object?[] Cells, int Number) b, (int Column, bool Descending)[] order)
    {
        foreach (var (column, descending) in order)
            if (CompareValues(a.Cells[column], b.Cells[column], descending) is not 0 and var result) return result;
        return a.Number.CompareTo(b.Number);
    }

    /// <summary>Texts by their bytes; missing values last, whichever way.</summary>
    private static int CompareValues(object? a, object? b, bool descending)
    {
        if (a is null || b is null) return (a is null).CompareTo(b is null);
        var result = a is string x ? Encoding.UTF8.GetBytes(x).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes((string)b)) : ((IComparable)a).CompareTo(b);
        return descending ? -result : result;
    }

    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[sorted.Length / 2 - 1] + sorted[sorted.Length / 2]) / 2;

    private static string Rounded(double value) => (Math.Round(value, 8) + 0.0).ToString("0.00000000", CultureInfo.InvariantCulture);
}
