namespace Catalog.Core.Rdf;

internal sealed partial class TurtleReader
{
    /// <summary>
    /// Goes on after a broken statement to the next dot that ends one: a dot with a blank, the end or a closing brace
    /// after it, outside strings and IRIs. Brackets are not matched, as the broken statement may have lost one. A string
    /// in single quotes ends with its line at the latest, so that a lost quote cannot turn the whole rest inside out.
    /// </summary>
    protected override void Recover()
    {
        var braces = 0;
        while (Source.Peek() is >= 0 and var next)
        {
            switch (next)
            {
                case '#':
                    SkipComment();
                    continue;
                case '<':
                    SkipIri();
                    continue;
                case '"' or '\'':
                    SkipString((byte)next);
                    continue;
                case '\\':
                    Source.Advance(Source.Ensure(2) ? 2 : 1);
                    continue;
                case '{':
                    braces++;
                    break;
                case '}' when braces == 0 && _inBraces:
                    return;
                case '}':
                    Source.Advance(1);
                    if (--braces <= 0) return;
                    continue;
                case '.' when braces == 0 && At(1) is ' ' or '\n' or '\r' or '\t' or '#' or '}' or -1:
                    Source.Advance(1);
                    return;
            }
            Source.Advance(1);
        }
    }

    /// <summary>An IRI in angle brackets, or a bracket that begins none.</summary>
    private void SkipIri()
    {
        Source.Advance(1);
        while (true)
        {
            var unread = Source.Unread;
            var end = unread.IndexOfAny("> \t\r\n"u8);
            Source.Advance(end < 0 ? unread.Length : unread[end] == '>' ? end + 1 : end);
            if (end >= 0 || !Source.Fill()) return;
        }
    }

    private void SkipString(byte quote)
    {
        var isLong = Source.Ensure(3) && Source.Unread[1] == quote && Source.Unread[2] == quote;
        Source.Advance(isLong ? 3 : 1);
        while (true)
        {
            var unread = Source.Unread;
            var end = isLong ? unread.IndexOfAny(quote, (byte)'\\') : unread.IndexOfAny(quote, (byte)'\\', (byte)'\n');
            Source.Advance(end < 0 ? unread.Length : end);
            if (end < 0)
            {
                if (!Source.Fill()) return;
                continue;
            }
            if (Source.Unread[0] == '\\')
            {
                Source.Advance(Source.Ensure(2) ? 2 : 1);
                continue;
            }
            if (!isLong)
            {
                Source.Advance(1);
                return;
            }
            var closed = Source.Ensure(3) && Source.Unread[1] == quote && Source.Unread[2] == quote;
            Source.Advance(closed ? 3 : 1);
            if (closed) return;
        }
    }
}
