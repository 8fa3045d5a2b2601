namespace Catalog.Core.Rdf;

internal abstract partial class RdfTextReader
{
    /// <summary>In place of errors that are only counted.</summary>
    private static readonly RdfError Counted = new() { Code = RdfErrorCodes.Syntax, Message = "" };

    /// <summary>Something that stands here ends the statement. Always false, so that a method can end with it.</summary>
    protected bool Expected(string what)
    {
        if (_error is not null) return false;
        if (Source.Unread.IsEmpty && !Source.Fill() && Source.IsBroken) _error = Utf8Source.BadEncoding(Source.CurrentPlace());
        else if (!IsKept) _error = Counted;
        else _error = ErrorAt(Source.CurrentPlace(), RdfErrorCodes.Syntax, $"Expected {what} but found {Source.Describe()}.");
        return false;
    }

    /// <summary>The word that began at the mark ends the statement. Always false.</summary>
    protected bool Fail(string code, string message)
    {
        _error ??= IsKept ? ErrorAt(Source.MarkedPlace(), code, message) : Counted;
        return false;
    }

    /// <summary>
    /// Something of the word that began at the mark is wrong, but its meaning is clear: an error when reading strictly,
    /// a remark when reading leniently. Whether the reading may go on.
    /// </summary>
    protected bool Odd(string code, string message)
    {
        if (!Options.Lenient) return Fail(code, message);
        _errors.Add(IsKept ? ErrorAt(Source.MarkedPlace(), code, message) : Counted);
        return true;
    }

    /// <summary>Like <see cref="Odd"/>, for something that is missing here.</summary>
    protected bool Missing(string what)
    {
        if (!Options.Lenient) return Expected(what);
        _ = Expected(what);
        _errors.Add(_error!);
        _error = null;
        return true;
    }

    protected bool TooLong(string what, int limit) =>
        Fail(RdfErrorCodes.LimitExceeded, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Expected {what} of at most {limit} characters but found a longer one."));

    /// <summary>For methods that read a node: none, because of the error just set.</summary>
    protected static RdfNode? NoNode(bool failed) => failed ? throw new System.Diagnostics.UnreachableException() : null;

    /// <summary>A text for a message, cut to 100 characters.</summary>
    protected static string Short(string text) => text.Length <= 100 ? text : text[..100] + "…";

    private bool IsKept => !Options.Lenient || _errors.IsKeeping;

    private static RdfError ErrorAt(Place place, string code, string message) =>
        new() { Code = code, Message = message, Line = place.Line, Column = place.Column };
}
