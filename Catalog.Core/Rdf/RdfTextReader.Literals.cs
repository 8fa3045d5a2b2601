using System.Runtime.CompilerServices;
using System.Text;

namespace Catalog.Core.Rdf;

internal abstract partial class RdfTextReader
{
    /// <summary>What stands between the words of a statement: blanks, and in Turtle line ends and comments. The next byte, or -1.</summary>
    protected abstract int SkipSpace();

    /// <summary>At the first of what may name a datatype.</summary>
    protected abstract RdfNode? ReadDatatype();

    /// <summary>At a quotation mark: a string with what says its language or datatype.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected RdfNode? ReadLiteral(bool mayBeLong)
    {
        Source.Mark();
        var quote = Source.Unread[0];
        if (ReadString(mayBeLong) is not { } text) return null;
        var next = SkipSpace();
        if (_textHasLineEnd && next is not ('@' or '^' or '.' or ';' or ',' or ']' or ')' or '}'))
        {
            // Its quotation mark was lost, and what seemed to end it begins the next string, which is passed over here.
            _ = Expected("what may follow a string");
            SkipPast(quote);
            return null;
        }
        switch (next)
        {
            case '@':
                if (ReadLanguage() is not { } language) return null;
                return language.Length == 0 ? RdfNode.OfText(text) : RdfNode.OfText(text, language);
            case '^':
                if (!Source.StartsWith("^^"u8)) return NoNode(Expected("'^^'"));
                Source.Advance(2);
                _ = SkipSpace();
                return ReadDatatype() is { } datatype ? RdfNode.OfTyped(text, datatype.Value) : null;
            default:
                return RdfNode.OfText(text);
        }
    }

    /// <summary>Past the next such byte on this line, or to the end of the line.</summary>
    private void SkipPast(byte quote)
    {
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny(quote, (byte)'\n');
            Source.Advance(end < 0 ? unread.Length : unread[end] == quote ? end + 1 : end);
            if (end >= 0 || !Source.Fill()) return;
        }
    }

    /// <summary>At <c>@</c>: the language in lower case. Leniently, what is no tag is mended or left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private string? ReadLanguage()
    {
        var length = 1;
        while (length <= MaxNameBytes && Source.Ensure(length + 1) && IsInLanguage(Source.Unread[length])) length++;
        if (length > MaxNameBytes) return NoText(TooLong("a language", Options.Limits.MaxRdfIriLength));
        var tag = Source.Unread[1..length];
        // A place for each shape of tag: the handful of languages of a document rarely meet in one.
        ref var known = ref _languages[tag.IsEmpty ? 0 : (tag[0] * 5 + tag[^1] + tag.Length) & 63];
        if (known is not null && Ascii.Equals(tag, known))
        {
            Source.Advance(length);
            return known;
        }
        var text = Encoding.ASCII.GetString(tag);
        if (!IsLanguage(tag))
        {
            if (!Missing("a language tag")) return null;
            Source.Advance(length);
            return LanguageTag.Clean(text) ?? "";
        }
        Source.Advance(length);
        return known = text.ToLowerInvariant();
    }

    private bool IsInLanguage(byte b) => char.IsAsciiLetterOrDigit((char)b) || b == '-' || (b == '_' && Options.Lenient);

    // LANGTAG: letters, then subtags of letters and digits.
    private static bool IsLanguage(ReadOnlySpan<byte> tag)
    {
        var first = true;
        foreach (var range in tag.Split((byte)'-'))
        {
            var subtag = tag[range];
            if (subtag.IsEmpty) return false;
            foreach (var b in subtag)
                if (first ? !char.IsAsciiLetter((char)b) : !char.IsAsciiLetterOrDigit((char)b)) return false;
            first = false;
        }
        return true;
    }
}
