using System.Text;

namespace Catalog.Core.Tabular.Rows;

/// <summary>Reads one parameter of a query from left to right; see docs/row-api.md for the grammar.</summary>
internal sealed class QueryScanner(string parameter, string text)
{
    /// <summary>What ends a bare name.</summary>
    private const string NameEnds = ".,()\"";

    /// <summary>What ends a bare value: a value may hold dots and opening brackets.</summary>
    private const string ValueEnds = ",)";

    public string Parameter => parameter;

    public int Position { get; private set; }

    public bool AtEnd => Position >= text.Length;

    public bool Next(char c)
    {
        if (AtEnd || text[Position] != c) return false;
        Position++;
        return true;
    }

    public void Expect(char c, string hint)
    {
        if (!Next(c)) throw Wrong(QueryErrorCodes.Syntax, Position, hint);
    }

    public void ExpectEnd(string hint)
    {
        if (!AtEnd) throw Wrong(QueryErrorCodes.Syntax, Position, hint);
    }

    /// <summary>A name, bare or in quotes; <paramref name="bare"/> says which, since a quoted word is never a keyword.</summary>
    public string Name(out bool bare)
    {
        bare = !At('"');
        var name = bare ? Bare(NameEnds).Trim() : Quoted();
        return name.Length > 0 ? name : throw Wrong(QueryErrorCodes.Syntax, Position, "A name is wanted here; a name with . , ( ) or \" in it goes in double quotes.");
    }

    public string Value() => At('"') ? Quoted() : Bare(ValueEnds);

    public QueryException Wrong(string code, int position, string hint, string? value = null) =>
        new(new QueryError(code, parameter, position, value ?? Excerpt(position), hint));

    private bool At(char c) => !AtEnd && text[Position] == c;

    private string Bare(string ends)
    {
        var start = Position;
        while (!AtEnd && !ends.Contains(text[Position], StringComparison.Ordinal)) Position++;
        return text[start..Position];
    }

    private string Quoted()
    {
        var start = Position++;
        var value = new StringBuilder();
        while (true)
        {
            if (AtEnd) throw Wrong(QueryErrorCodes.Syntax, start, "The double quote is not closed.");
            var c = text[Position++];
            if (c != '"') value.Append(c);
            else if (Next('"')) value.Append('"');
            else return value.ToString();
        }
    }

    /// <summary>Some characters of what stands at a place, for the message.</summary>
    private string Excerpt(int position)
    {
        const int length = 40;
        var rest = text.AsSpan(Math.Min(position, text.Length));
        return rest.Length <= length ? rest.ToString() : string.Concat(rest[..length], "…");
    }
}
