using System.Runtime.CompilerServices;
using System.Text;

namespace Catalog.Core.Rdf;

internal sealed partial class TurtleReader
{
    /// <summary>Blanks, line ends and comments. The byte that follows, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override int SkipSpace()
    {
        while (true)
        {
            var unread = Source.Unread;
            var i = 0;
            while (i < unread.Length && unread[i] is (byte)' ' or (byte)'\n' or (byte)'\t' or (byte)'\r') i++;
            Source.Advance(i);
            if (i == unread.Length)
            {
                if (!Source.Fill()) return -1;
            }
            else if (unread[i] == '#')
            {
                SkipComment();
            }
            else
            {
                return unread[i];
            }
        }
    }

    protected override RdfNode? ReadDatatype() => Source.Peek() == '<' ? ReadIri() : ReadName("the IRI of a datatype");

    private void SkipComment()
    {
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny((byte)'\n', (byte)'\r');
            Source.Advance(end < 0 ? unread.Length : end);
            if (end >= 0 || !Source.Fill()) return;
        }
    }

    /// <summary>A number as it is written; what its digits mean is not asked. The longest that the grammar allows.</summary>
    private RdfNode? ReadNumber()
    {
        Source.Mark();
        var length = Source.Unread[0] is (byte)'+' or (byte)'-' ? 1 : 0;
        var whole = SkipDigits(ref length);
        var datatype = RdfNames.XsdInteger;
        var digits = whole;
        if (At(length) == '.')
        {
            var end = length + 1;
            var fraction = SkipDigits(ref end);
            if (fraction > 0 || (whole > 0 && ExponentLength(end) > 0))
            {
                length = end;
                digits += fraction;
                datatype = RdfNames.XsdDecimal;
            }
        }
        if (digits == 0) return NoNode(Expected("a term"));
        if (ExponentLength(length) is > 0 and var exponent)
        {
            length += exponent;
            datatype = RdfNames.XsdDouble;
        }
        if (length > Options.Limits.MaxRdfIriLength) return NoNode(TooLong("a number", Options.Limits.MaxRdfIriLength));
        var text = Encoding.ASCII.GetString(Source.Unread[..length]);
        Source.Advance(length);
        return RdfNode.OfTyped(text, datatype);
    }

    /// <summary>The length of <c>e</c>, a sign and digits, or 0.</summary>
    private int ExponentLength(int at)
    {
        if (At(at) is not ('e' or 'E')) return 0;
        var end = at + 1;
        if (At(end) is '+' or '-') end++;
        return SkipDigits(ref end) > 0 ? end - at : 0;
    }

    private int SkipDigits(ref int at)
    {
        var start = at;
        while (at <= MaxNameBytes && At(at) is >= '0' and <= '9') at++;
        return at - start;
    }

    /// <summary>The byte that far on, or -1.</summary>
    private int At(int offset) => Source.Ensure(offset + 1) ? Source.Unread[offset] : -1;
}
