using System.Text;
using Catalog.Core;
using Catalog.Core.Tabular;
using Catalog.Tests.Core.Tabular.Mishaps;
using CsCheck;

namespace Catalog.Tests.Core.Tabular;

public sealed class TableRoundTripTests
{
    private static readonly Gen<string> Cell = Gen.OneOf(
        Gen.Int[0, 99_999].Select(i => i.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        Gen.Char["aeñZ7 ,;\"\n|'"].Array[0, 12].Select(c => new string(c).Trim(' ', '\n')),
        Gen.OneOf("", "Boedo", "calle, altura", "dijo \"no\"", "dos\nlíneas"));

    /// <summary>
    /// Any cells, written as RFC 4180 says with every cell quoted, under names: there is one reading, whatever the
    /// delimiter, line end and encoding.
    /// </summary>
    [Test]
    public void QuotedTable_IsReadBackExactly()
    {
        var table = Gen.Int[2, 6].SelectMany(width => Gen.Select(Cell.Array[width].Array[3, 12], Gen.OneOf(",", ";", "\t", "|"), Gen.OneOf("\n", "\r\n"), Gen.Int[0, 2]));
        table.Sample((cells, delimiter, end, encoding) =>
        {
            // A column of numbers, as most tables have: under it even a row of nothing but words is no second header.
            var rows = cells.Select((c, i) => (string[])[$"{i + 1}", .. c]).ToArray();
            var header = rows[0].Select((_, i) => $"columna_{(char)('a' + i)}").ToArray();
            var text = string.Concat(rows.Prepend(header).Select(r => string.Join(delimiter, r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + end));
            Encoding written = encoding switch { 0 => new UTF8Encoding(false), 1 => Encoding.Unicode, _ => Encoding.UTF8 };
            var (found, read) = PollutionScore.Read([.. written.GetPreamble(), .. written.GetBytes(text)]);
            return found.SequenceEqual(header) && read.Count == rows.Length && read.Zip(rows).All(p => p.First.SequenceEqual(p.Second));
        }, iter: 400);
    }

    [Test]
    public void RandomBytes_NeverThrow() =>
        Gen.Byte.Array[0, 3000].Sample(bytes => Ends(bytes), iter: 400);

    /// <summary>Sound files with bytes changed, left out or put in at random.</summary>
    [Test]
    public void DamagedFiles_NeverThrow()
    {
        var files = Pollutions.All().GroupBy(p => p.Class).Select(g => g.First().File).Where(f => f.Length > 10).ToArray();
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Select(Gen.Int[0, 100_000], Gen.OneOf(Gen.Byte, Gen.OneOf((byte)'"', (byte)',', (byte)'\n', (byte)'\r', (byte)0))).Array[1, 40]).Sample((file, changes) =>
        {
            var bytes = files[file].ToList();
            foreach (var (at, b) in changes)
            {
                if (at % 3 == 0) bytes[at % bytes.Count] = b;
                else if (at % 3 == 1) bytes.Insert(at % bytes.Count, b);
                else if (bytes.Count > 1) bytes.RemoveAt(at % bytes.Count);
            }
            return Ends([.. bytes]);
        }, iter: 300);
    }

    /// <summary>Whatever a text is, its export is standard CSV that holds every cell of every row, with both policies.</summary>
    [Test]
    public void AnyText_IsExportedWhole() =>
        Gen.Select(Gen.OneOf(Gen.Char["ab1 ,;\t\"'\n\r|\\0."], Gen.Char["a1,\"\n"], Gen.Char[' ', 'þ']).Array[1, 400], Gen.Int[0, 3]).Sample((chars, encoding) =>
        {
            Encoding written = encoding switch { 0 => new UTF8Encoding(false), 1 => Encoding.Unicode, 2 => Encoding.BigEndianUnicode, _ => Encoding.Latin1 };
            // What begins like a JSON object or a list of lists and is none is damaged JSON.
            var text = new string(chars).Replace('{', '(').Replace("[[", "((", StringComparison.Ordinal);
            return IsExportedWhole(TableFile.Open(new MemoryStream([.. written.GetPreamble(), .. written.GetBytes(text)]), TableHints.None, Limits.Default, CancellationToken.None), string.IsNullOrWhiteSpace(text));
        }, iter: 400);

    private static bool IsExportedWhole(TableResult result, bool mayBeEmpty)
    {
        if (result is not TableResult.Found found) return result is TableResult.Failed { Failure.Code: TableFailureCodes.Empty } && mayBeEmpty;
        return found.Tables.All(table =>
        {
            var rows = new List<string[]>();
            table.Read(row => rows.Add(row.ToArray()), CancellationToken.None);
            var header = table.Report.Header;
            var plain = MishapScore.Exported(table, rectangular: false);
            var even = MishapScore.Exported(table, rectangular: true);
            var least = header.Count > 0 ? header.Count : table.Columns.Count - table.Report.ExtraColumns;
            return (header.Count == 0 || plain[0].SequenceEqual(header)) && even[0].SequenceEqual(table.Columns)
                && even.Skip(1).Select(Joined).SequenceEqual(rows.Select(Joined))
                && plain.Skip(header.Count > 0 ? 1 : 0).Select(r => Joined(Trimmed(r))).SequenceEqual(rows.Select(r => Joined(Trimmed(r))))
                && plain.TrueForAll(line => line.Length >= least);
        });
    }

    private static string Joined(IEnumerable<string> cells) => string.Join('\u0001', cells);

    private static IEnumerable<string> Trimmed(string[] cells) => cells.Take(Array.FindLastIndex(cells, c => c.Length > 0) + 1);

    private static bool Ends(byte[] bytes)
    {
        var result = TableFile.Open(new MemoryStream(bytes), TableHints.None, Limits.Default, CancellationToken.None);
        if (result is not TableResult.Found found) return true;
        if (!IsExportedWhole(result, false)) return false;
        foreach (var table in found.Tables)
        {
            long rows = 0;
            var width = table.Columns.Count;
            var even = true;
            table.Read(r =>
            {
                rows++;
                even &= r.Count == width;
            }, CancellationToken.None);
            if (!even || rows != table.Report.Rows) return false;
        }
        return true;
    }
}
