using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Catalog.Core.Search;

/// <summary>
/// What a search needs of each document besides its score, one flat array per column: to sort, to count and to name it.
/// A segment never changes, so it is read once, when it first appears, and no query decodes anything.
/// </summary>
internal sealed class SegmentColumns
{
    private SegmentColumns(int documents)
    {
        Ids = new Guid[documents];
        Dates = new long[documents];
        Titles = new string[documents];
        TitleStarts = new long[documents];
        FacetStarts = new int[documents + 1];
    }

    public Guid[] Ids { get; }

    /// <summary>UTC ticks.</summary>
    public long[] Dates { get; }

    /// <summary>Sort keys.</summary>
    public string[] Titles { get; }

    /// <summary>The first seven bytes of each sort key as a number that sorts alike: nearly always enough to compare two.</summary>
    public long[] TitleStarts { get; }

    /// <summary>The facet values of document d stand in <see cref="FacetValues"/> from FacetStarts[d] to FacetStarts[d + 1].</summary>
    public int[] FacetStarts { get; }

    public int[] FacetValues { get; private set; } = [];

    public static SegmentColumns Read(AtomicReader segment, FacetNumbers numbers)
    {
        var columns = new SegmentColumns(segment.MaxDoc);
        if (segment.MaxDoc == 0) return columns;
        var ids = segment.GetBinaryDocValues(IndexFields.Id);
        var dates = segment.GetNumericDocValues(IndexFields.Date);
        var titles = segment.GetBinaryDocValues(IndexFields.TitleOrder);
        var bytes = new BytesRef();
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            ids.Get(document, bytes);
            columns.Ids[document] = new Guid(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length));
            columns.Dates[document] = dates.Get(document);
            titles.Get(document, bytes);
            var key = bytes.Bytes.AsSpan(bytes.Offset, bytes.Length);
            columns.Titles[document] = Encoding.UTF8.GetString(key);
            columns.TitleStarts[document] = StartOf(key);
        }
        columns.ReadFacets(segment, numbers);
        return columns;
    }

    private void ReadFacets(AtomicReader segment, FacetNumbers numbers)
    {
        var values = segment.GetSortedSetDocValues(IndexFields.Facet);
        if (values is null) return;
        var numberOf = new int[values.ValueCount];
        var term = new BytesRef();
        for (var ordinal = 0; ordinal < numberOf.Length; ordinal++)
        {
            values.LookupOrd(ordinal, term);
            numberOf[ordinal] = numbers.Of(term.Utf8ToString());
        }
        var all = new List<int>(segment.MaxDoc * 8);
        for (var document = 0; document < segment.MaxDoc; document++)
        {
            values.SetDocument(document);
            for (var ordinal = values.NextOrd(); ordinal != SortedSetDocValues.NO_MORE_ORDS; ordinal = values.NextOrd())
                all.Add(numberOf[ordinal]);
            FacetStarts[document + 1] = all.Count;
        }
        FacetValues = CollectionsMarshal.AsSpan(all).ToArray();
    }

    private static long StartOf(ReadOnlySpan<byte> key)
    {
        Span<byte> start = stackalloc byte[8];
        start.Clear();
        // The first byte stays zero: the number is never negative and may be negated to sort the other way.
        key[..Math.Min(7, key.Length)].CopyTo(start[1..]);
        return BinaryPrimitives.ReadInt64BigEndian(start);
    }
}
