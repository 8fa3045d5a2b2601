using System.Globalization;

namespace Catalog.Core.Tabular.Delimited;

/// <summary>Opens a text file: finds its encoding, its dialect, its header and where its tables end, and says why.</summary>
internal sealed class TextFile(ByteSource source, TableHints hints, Limits limits)
{
    /// <summary>Characters from which the dialect is decided. 192 Ki: some thousand rows.</summary>
    private const int SampleSize = 192 * 1024;

    private readonly List<FoundTable> _tables = [];

    /// <summary>The tables of the text, the first of them the one that counts; none when it holds nothing.</summary>
    public IReadOnlyList<FoundTable> Open(string name, CancellationToken ct)
    {
        var survey = TextSurvey.Of(source, ct);
        var encoding = EncodingChoice.Of(survey, hints.Dialect?.Encoding, CharsetOf(hints.MediaType));
        (long Offset, long Line)? next = (encoding.Mark, 1);
        while (next is { } place && _tables.Count < limits.MaxTablesPerText)
        {
            var told = _tables.Count == 0 ? hints.Dialect : hints.Dialect is null ? null : hints.Dialect with { PreambleLines = null };
            var title = _tables.Count == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{(name.Length == 0 ? "table" : name)}_{_tables.Count + 1}");
            next = OpenOne(title, survey, encoding, place, told, ct);
        }
        return _tables;
    }

    private (long Offset, long Line)? OpenOne(string name, TextSurvey survey, EncodingChoice encoding, (long Offset, long Line) place, DeclaredDialect? declared, CancellationToken ct)
    {
        var sample = Sample(encoding, place.Offset, survey, ct);
        if (sample.AsSpan().IsWhiteSpace()) return null;
        var separator = SeparatorLine.Of(sample);
        if (separator is not null && declared?.Delimiter is null) declared = (declared ?? new DeclaredDialect()) with { Delimiter = separator.Delimiter };
        var table = separator is null ? sample : sample[separator.Length..];
        var candidates = new DialectSniffer(table, encoding, declared, limits.MaxTableCellLength).Sniff();
        var best = candidates[0];
        var width = best.Width;
        for (var attempt = 0; ; attempt++)
        {
            var plan = PlanOf(survey, encoding, place, best.Dialect, width, separator, table, declared, out var layout);
            var log = new RepairLog(limits.MaxRepairExamples);
            var shape = TextShape.Of(plan, layout.Kinds, log, null, ct);
            // The beginning of the file may not be like the rest of it.
            if (attempt == 0 && shape.Other is null && shape.Usual > 0 && shape.Usual != width && shape.RecordsOf(shape.Usual) > shape.RecordsOf(width) * 2 && shape.Usual > 1)
            {
                width = shape.Usual;
                continue;
            }
            if (shape.Records is { } only)
            {
                log = new RepairLog(limits.MaxRepairExamples);
                var whole = shape;
                shape = TextShape.Of(plan, layout.Kinds, log, only, ct);
                shape.TakeEnd(whole);
            }
            var made = new TextTableMaker(plan, layout, shape, log, candidates, survey, separator is not null);
            _tables.AddRange(TablesBeside.Split(made.Make(name), limits, ct));
            return shape.Other;
        }
    }

    private TextPlan PlanOf(TextSurvey survey, EncodingChoice encoding, (long Offset, long Line) place, TableDialect dialect, int width, SeparatorLine? separator, char[] table, DeclaredDialect? declared, out TextLayout layout)
    {
        layout = TextLayout.Of(table, encoding, dialect, width, declared, limits.MaxTableCellLength);
        var skipped = layout.PreambleLines + (separator is null ? 0 : 1);
        return new TextPlan
        {
            Source = source,
            Encoding = encoding,
            Dialect = dialect with
            {
                PreambleLines = skipped,
                HeaderRows = layout.HeaderRows,
                CommentPrefix = layout.CommentPrefix,
                LineTerminator = LineEnd(survey, encoding, table),
                QuoteChar = survey.Quotes == 0 && dialect.QuoteChar == '"' && encoding.Decoding != Decoding.Other ? null : dialect.QuoteChar,
            },
            Width = width,
            Offset = place.Offset,
            FirstLine = place.Line,
            PreambleEnd = place.Line - 1 + skipped,
            AsciiOnly = !survey.BeyondAscii && encoding.Decoding != Decoding.Other,
            MayBeMojibake = survey.TwiceEncoded > 0,
            MendMojibake = hints.MendMojibake,
            Header = layout.Header.Count == 1 ? layout.Header[0] : [],
            Limits = limits,
        };
    }

    private static string LineEnd(TextSurvey survey, EncodingChoice encoding, char[] sample)
    {
        var (crlf, lf, cr) = encoding.Decoding == Decoding.Other
            ? (sample.AsSpan().Count("\r\n"), (long)sample.AsSpan().Count('\n'), (long)sample.AsSpan().Count('\r'))
            : (survey.ReturnFeeds, survey.LineFeeds, survey.CarriageReturns);
        lf -= crlf;
        cr -= crlf;
        return crlf >= lf && crlf >= cr && crlf > 0 ? "\r\n" : cr > lf ? "\r" : "\n";
    }

    /// <summary>The beginning of the text, whole lines where it goes on.</summary>
    private char[] Sample(EncodingChoice encoding, long offset, TextSurvey survey, CancellationToken ct)
    {
        using var window = new TextWindow(source.OpenAt(offset, ct), encoding, offset, !survey.BeyondAscii && encoding.Decoding != Decoding.Other);
        do window.Slide(0);
        while (!window.AtEnd && window.Length < SampleSize);
        var text = window.Chars.AsSpan(0, Math.Min(window.Length, window.AtEnd ? window.Length : SampleSize));
        if (window.AtEnd && window.Length <= SampleSize * 2) return text.ToArray();
        text = text[..Math.Min(text.Length, SampleSize)];
        var end = text.LastIndexOfAny('\n', '\r');
        return (end > 0 ? text[..(end + 1)] : text).ToArray();
    }

    private static string? CharsetOf(string? mediaType)
    {
        var at = mediaType?.IndexOf("charset=", StringComparison.OrdinalIgnoreCase) ?? -1;
        return at < 0 ? null : mediaType![(at + 8)..].Split(';')[0].Trim('"', ' ');
    }
}
