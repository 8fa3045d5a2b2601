using Catalog.Core.Tabular.Delimited;

namespace Catalog.Core.Tabular.Sheets;

/// <summary>
/// Lines of one cell at the end of a sheet that read like remarks: they are notes if no row follows them. The same as in
/// a text.
/// </summary>
/// <param name="width">Cells that most rows have.</param>
internal sealed class SheetNotes(int width)
{
    /// <summary>Lines at the end that can be notes. 30, as in texts.</summary>
    private const int Most = 30;

    private readonly List<(int Row, string Text)> _notes = [];

    /// <summary>The last row of the table, counted from 1; no bound when no notes follow it.</summary>
    public int End => _notes.Count == 0 ? int.MaxValue : _notes[0].Row - 1;

    public IReadOnlyList<string> Footer => [.. _notes.Select(n => Say.Shown(n.Text))];

    /// <summary>Whether a row may be a note, which is held back then.</summary>
    /// <param name="blank">Blank rows before it.</param>
    public bool Take(int row, IReadOnlyList<string> cells, int blank)
    {
        if (width < 3 || cells.Count != 1 || _notes.Count == Most || CellKinds.Of(cells[0]) != CellKind.Text) return false;
        if (_notes.Count == 0 && blank == 0 && !(cells[0].Length > 10 && cells[0].Contains(' ', StringComparison.Ordinal))) return false;
        _notes.Add((row, cells[0]));
        return true;
    }

    /// <summary>A row followed: what was held back are rows; says how many.</summary>
    public int Release()
    {
        var rows = _notes.Count;
        _notes.Clear();
        return rows;
    }
}
