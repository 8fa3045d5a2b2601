using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Cells;
using Catalog.Core.Tabular.Schemas;
using Catalog.Core.Validation;

namespace Catalog.Core.Tabular.Checking;

/// <summary>
/// Holds a table against its schema: the header, every cell, the keys. One pass over the rows; a second one only where
/// keys repeat, to say which rows they are. Memory does not grow with the rows but for the hashes of keys.
/// </summary>
public sealed class TableChecker
{
    private readonly FoundTable _table;
    private readonly TableSchema _schema;
    private readonly FindingLog _log;
    private readonly FieldCheck[] _fields;
    private readonly long[][] _counts;
    private readonly List<UniqueKeyCheck> _keys = [];
    private readonly List<ReferenceCheck> _references = [];
    private readonly Limits _limits;
    private long _rows;

    private TableChecker(FoundTable table, TableSchema schema, Func<string, FoundTable?> other, Limits limits, CancellationToken ct)
    {
        (_table, _schema, _limits) = (table, schema, limits);
        _log = new FindingLog(limits);
        var columns = HeaderMatch.Match(table, schema, _log);
        _fields = [.. schema.Fields.Select((field, i) => (field, column: columns[i])).Where(f => f.column >= 0).Select(f => new FieldCheck(schema, f.field, f.column))];
        _counts = [.. _fields.Select(_ => new long[Enum.GetValues<ValueRule>().Length])];
        AddKeys();
        foreach (var key in schema.ForeignKeys) AddReference(key, other, ct);
    }

    /// <param name="other">Another table of the same package by its name; null when there is none.</param>
    public static CheckReport Check(FoundTable table, TableSchema schema, Func<string, FoundTable?> other, Limits limits, CancellationToken ct)
    {
        var checker = Begin(table, schema, other, limits, ct);
        var cells = new ReadCell[table.Columns.Count];
        table.Read(row => checker.Row(row, cells), ct);
        return checker.Finish(ct);
    }

    /// <summary>For whoever reads the rows for more than checking them: shows each one to <see cref="Row"/>, and asks for the report at the end.</summary>
    internal static TableChecker Begin(FoundTable table, TableSchema schema, Func<string, FoundTable?> other, Limits limits, CancellationToken ct) => new(table, schema, other, limits, ct);

    /// <summary>The report on the rows that were shown.</summary>
    internal CheckReport Finish(CancellationToken ct)
    {
        Repeated(ct);
        return _log.Report(_rows, [.. _schema.Fields.Select(field => field.Name)]);
    }

    /// <summary>The field of each column of the table; null where the schema has none for it.</summary>
    internal IReadOnlyList<TableField?> FieldsOfColumns() =>
        [.. _table.Columns.Select((_, column) => Array.Find(_fields, field => field.Column == column)?.Field)];

    public static CheckReport Check(FoundTable table, TableSchema schema, Limits limits, CancellationToken ct) => Check(table, schema, _ => null, limits, ct);

    private void AddKeys()
    {
        if (_schema.PrimaryKey.Count > 0) AddKey(TableFindingCodes.RepeatedPrimaryKey, _schema.PrimaryKey);
        foreach (var key in _schema.UniqueKeys) AddKey(TableFindingCodes.RepeatedUniqueKey, key);
        foreach (var field in _fields)
            if (field.Field.Constraints.Unique) AddKey(TableFindingCodes.RepeatedValue, [field.Field.Name]);
    }

    private void AddKey(string code, ValueList<string> names)
    {
        var columns = names.Select(name => Array.Find(_fields, field => field.Field.Name == name)).OfType<FieldCheck>().ToList();
        // Without one of its columns a key says nothing; that the column is missing is said already.
        if (columns.Count == names.Count) _keys.Add(new UniqueKeyCheck(code, string.Join(", ", names), columns, _limits));
    }

    private void AddReference(ForeignKey key, Func<string, FoundTable?> other, CancellationToken ct)
    {
        int[] columns = [.. key.Fields.Select(name => Array.Find(_fields, field => field.Field.Name == name)?.Column ?? -1)];
        if (columns.Contains(-1)) return;
        if (ReferenceCheck.Make(key, columns, key.Resource.Length == 0 ? _table : other(key.Resource), _limits, ct) is { } check)
        {
            _references.Add(check);
            return;
        }
        _log.Add(new TableFinding
        {
            Code = TableFindingCodes.ReferenceNotChecked,
            Severity = Severity.Info,
            Column = string.Join(", ", key.Fields),
            Message = Words.Both($"La clave foránea a «{key.Resource}» no se pudo verificar: la otra tabla no está a mano.", $"The foreign key to '{key.Resource}' could not be checked: the other table is not at hand."),
        });
    }

    /// <param name="cells">Takes what each column's cell was read as; columns without a field are left alone.</param>
    internal void Row(TableRow row, Span<ReadCell> cells)
    {
        _rows++;
        for (var i = 0; i < _fields.Length; i++)
        {
            var field = _fields[i];
            var rule = field.Check(row[field.Column], out var state, out var value);
            cells[field.Column] = new ReadCell(state, value);
            if (rule != ValueRule.None) Broken(row, i, rule);
        }
        foreach (var key in _keys)
            if (UniqueKeyCheck.TryHash(row, key.Columns, out var hash)) key.Add(hash);
        foreach (var reference in _references)
            if (reference.IsBroken(row)) Unknown(row, reference);
    }

    private void Broken(TableRow row, int index, ValueRule rule)
    {
        var field = _fields[index];
        var code = ValueRules.CodeOf(rule);
        var seen = ++_counts[index][(int)rule];
        if (seen > _limits.MaxFindingExamples)
        {
            _log.Count(code, field.Field.Name, Severity.Error);
            return;
        }
        var (message, hint) = ValueRules.Explain(rule, field.Field);
        _log.Add(At(row) with { Code = code, Column = field.Field.Name, Value = rule == ValueRule.Required ? null : row[field.Column].ToString(), Message = message, Hint = hint });
    }

    private void Unknown(TableRow row, ReferenceCheck reference)
    {
        var label = string.Join(", ", reference.Key.Fields);
        if (!_log.Count(TableFindingCodes.UnknownReference, label, Severity.Error)) return;
        var value = string.Join(", ", reference.Columns.Select(column => row[column].ToString()));
        _log.Keep(At(row) with
        {
            Code = TableFindingCodes.UnknownReference,
            Column = label,
            Value = value,
            Message = Words.Both($"«{label}» no se encuentra en «{reference.Key.Resource}».", $"'{label}' is not found in '{reference.Key.Resource}'."),
            Hint = Words.Both("Corrija el valor, o agregue la fila que falta en la otra tabla.", "Correct the value, or add the missing row to the other table."),
        });
    }

    private void Repeated(CancellationToken ct)
    {
        foreach (var key in _keys.Where(key => key.Unchecked > 0))
        {
            _log.Add(new TableFinding
            {
                Code = TableFindingCodes.KeysNotChecked,
                Severity = Severity.Info,
                Column = key.Label,
                Message = Words.Both($"La clave tiene más de {_limits.MaxKeysChecked} valores; {key.Unchecked} filas quedaron sin verificar.", $"The key has more than {_limits.MaxKeysChecked} values; {key.Unchecked} rows were not checked."),
            });
        }
        var repeated = _keys.Where(key => key.NeedsSecondPass).ToList();
        if (repeated.Count == 0) return;
        _table.Read(row =>
        {
            foreach (var key in repeated)
            {
                if (!UniqueKeyCheck.TryHash(row, key.Columns, out var hash) || key.FirstRowOf(row, hash) is not (> 0 and var first)) continue;
                if (!_log.Count(key.Code, key.Label, Severity.Error)) continue;
                _log.Keep(At(row) with
                {
                    Code = key.Code,
                    Column = key.Label,
                    Value = string.Join(", ", key.Columns.Select(column => row[column.Column].ToString())),
                    Message = Words.Both($"«{key.Label}» se repite: ya está en la fila {first}.", $"'{key.Label}' is repeated: it is in row {first} already."),
                    Hint = Words.Both("Quite la fila repetida, o corrija la clave.", "Remove the repeated row, or correct the key."),
                });
            }
        }, ct);
    }

    private static TableFinding At(TableRow row) => new() { Code = "", Severity = Severity.Error, Row = row.Number, Line = row.Line, Offset = row.Offset, Message = Text.Empty };
}
