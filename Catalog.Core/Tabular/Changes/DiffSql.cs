using System.Globalization;
using Catalog.Core.Tabular.Rows;

namespace Catalog.Core.Tabular.Changes;

/// <summary>
/// The statements of a diff. Both versions are brought to text first, each value as it is shown: a column whose type
/// changed between the versions is still the same where it says the same. Names are the tables' own and are quoted;
/// nothing that a caller says is in them.
/// </summary>
internal sealed class DiffSql
{
    private readonly DiffSide _older;
    private readonly DiffSide _newer;
    private readonly DiffKey _key;
    private readonly IReadOnlyList<string> _columns;

    public DiffSql(DiffSide older, DiffSide newer, DiffKey key, IReadOnlyList<string> columns)
    {
        _older = older;
        _newer = newer;
        _key = key;
        _columns = columns;
    }

    /// <summary>Added, removed, changed and unchanged rows, and then the changed cells of each column.</summary>
    public Statement Counts()
    {
        var cells = _columns.Select((_, i) => $", count(*) FILTER (WHERE {Matched} AND a.c{i} IS DISTINCT FROM b.c{i})");
        var sql = $"{Sides()} SELECT count(*) FILTER (WHERE a.r IS NULL), count(*) FILTER (WHERE b.r IS NULL), count(*) FILTER (WHERE {Matched} AND {Differs}), count(*) FILTER (WHERE {Matched} AND NOT {Differs}){string.Concat(cells)} {Join()}";
        string[] totals = ["added", "removed", "changed", "unchanged"];
        return new Statement(sql, [], [.. totals.Concat(_columns.Select((_, i) => $"c{i}")).Select(name => new ResultColumn(name, StoredType.Integer))], []);
    }

    /// <summary>The differing rows after a place: kind, both numbers, the values before, the values after.</summary>
    public Statement Rows(DiffPlace? after, long limit)
    {
        const string row = "coalesce(b.r, a.r)";
        // A removed row stands before the row that has its number now.
        const string rank = "CASE WHEN b.r IS NULL THEN 0 WHEN a.r IS NULL THEN 2 ELSE 1 END";
        var values = _columns.Select((_, i) => $", a.c{i}").Concat(_columns.Select((_, i) => $", b.c{i}"));
        var beyond = after is null ? "" : $" AND ({row}, {rank}) > ($1, $2)";
        var sql = string.Create(CultureInfo.InvariantCulture,
            $"{Sides()} SELECT {rank}, a.r, b.r{string.Concat(values)} {Join()} WHERE (NOT {Matched} OR {Differs}){beyond} ORDER BY {row}, {rank} LIMIT {limit}");
        ResultColumn[] head = [new("rank", StoredType.Integer), new("old", StoredType.Integer), new("new", StoredType.Integer)];
        var columns = head.Concat(_columns.Concat(_columns).Select(name => new ResultColumn(name, StoredType.Text)));
        return new Statement(sql, after is null ? [] : [after.Row, (long)after.Rank], [.. columns], []);
    }

    private const string Matched = "(a.r IS NOT NULL AND b.r IS NOT NULL)";

    private string Differs => _key.Source == DiffKeySource.WholeRow || _columns.Count == 0
        ? "false"
        : $"({string.Join(" OR ", _columns.Select((_, i) => $"a.c{i} IS DISTINCT FROM b.c{i}"))})";

    private string Sides() => $"WITH a AS ({Side(_older)}), b AS ({Side(_newer)})";

    private string Join() => $"FROM a FULL JOIN b ON a.k = b.k AND a.n = b.n";

    /// <summary>
    /// One version: row number, texts, the key as one text, and which of the rows with that key it is. Counting equal
    /// keys lets a key that is none after all, and whole rows that come twice, match one to one.
    /// </summary>
    private string Side(DiffSide side)
    {
        var texts = _columns.Select((name, i) => $"{Text(side, name)} AS c{i}");
        var key = _key.Source == DiffKeySource.WholeRow ? Enumerable.Range(0, _columns.Count) : _key.Columns.Select(name => IndexOf(name));
        // Each part says first whether it is there, then its length, so that no two keys read alike.
        var parts = key.Select(i => $"CASE WHEN c{i} IS NULL THEN '-' ELSE length(c{i}) || ':' || c{i} END").ToList();
        var whole = parts.Count == 0 ? "''" : string.Join(" || ", parts);
        // A row as a key may be as long as a page; its hash is 32 characters and as good.
        var text = _key.Source == DiffKeySource.WholeRow ? $"md5({whole})" : whole;
        var rows = $"SELECT {SqlText.Identifier(StoredColumn.RowNumber)} AS r{string.Concat(texts.Select(t => ", " + t))} FROM read_parquet({SqlText.Literal(side.Table.Path)})";
        return $"SELECT *, row_number() OVER (PARTITION BY k ORDER BY r) AS n FROM (SELECT *, {text} AS k FROM ({rows}))";
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _columns.Count; i++)
            if (_columns[i] == name) return i;
        throw new ArgumentException($"The key '{name}' is not among the compared columns.");
    }

    /// <summary>A value as it is shown, with what its type could not hold in its place.</summary>
    private static string Text(DiffSide side, string name)
    {
        var column = side.Columns.First(c => c.Name == name);
        var value = SqlText.Identifier(name);
        var text = column.Type switch
        {
            StoredType.Text => value,
            StoredType.Number => $"CASE WHEN {value} = trunc({value}) AND abs({value}) < 1e15 THEN CAST(CAST({value} AS BIGINT) AS VARCHAR) ELSE CAST({value} AS VARCHAR) END",
            StoredType.Timestamp => $"strftime({value}, '%Y-%m-%dT%H:%M:%S')",
            StoredType.Instant => $"strftime({value}, '%Y-%m-%dT%H:%M:%SZ')",
            _ => $"CAST({value} AS VARCHAR)",
        };
        var misfits = side.Table.Columns.FirstOrDefault(c => c.Role == ColumnRole.Misfits && c.Source == column.Source);
        return misfits is null ? text : $"coalesce({text}, {SqlText.Identifier(misfits.Name)})";
    }
}
