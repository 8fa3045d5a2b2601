using System.Text;

namespace Catalog.Core.Rdf;

internal sealed partial class TurtleReader
{
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);

    /// <summary>At <c>@</c>: a directive of Turtle, which ends in a dot.</summary>
    private bool ReadAtDirective()
    {
        if (Source.StartsWith("@prefix"u8))
        {
            Source.Advance(1);
            return ReadPrefix(withDot: true);
        }
        if (!Source.StartsWith("@base"u8)) return Expected("@prefix, @base or a statement");
        Source.Advance(1);
        return ReadBase(withDot: true);
    }

    /// <summary>At the word <c>prefix</c>, in whatever case.</summary>
    private bool ReadPrefix(bool withDot)
    {
        if (_inBraces) return Expected("a statement, as no directive may stand in a graph,");
        Source.Advance("prefix".Length);
        if (SkipSpace() < 0) return Expected("a prefix");
        Source.Mark();
        var word = ScanWord();
        if (word.Length > MaxNameBytes) return TooLong("a prefix", Options.Limits.MaxRdfIriLength);
        if (word.Colon < 0 || word.Colon != word.Length - 1) return Expected("a prefix with its colon");
        if (!IsPrefix(Source.Unread[..word.Colon])) return Expected("a prefix that begins with a letter and does not end in a dot");
        var name = Encoding.UTF8.GetString(Source.Unread[..word.Colon]);
        Source.Advance(word.Length);
        if (SkipSpace() != '<') return Expected("the IRI of a prefix");
        if (ReadIri() is not { } iri) return false;
        Source.Mark();
        return Declare(name, iri.Value) && (!withDot || ReadDot());
    }

    private bool Declare(string name, string iri)
    {
        if (_prefixes.TryGetValue(name, out var known))
        {
            if (known == iri) return true;
            // Names that were written with it mean something else from here on.
            _names--;
        }
        else if (_prefixes.Count >= Options.Limits.MaxRdfPrefixes)
        {
            return Fail(RdfErrorCodes.LimitExceeded, string.Create(System.Globalization.CultureInfo.InvariantCulture,
                $"Expected at most {Options.Limits.MaxRdfPrefixes} prefixes but found more."));
        }
        _prefixes[name] = iri;
        return true;
    }

    /// <summary>At the word <c>base</c>, in whatever case.</summary>
    private bool ReadBase(bool withDot)
    {
        if (_inBraces) return Expected("a statement, as no directive may stand in a graph,");
        Source.Advance("base".Length);
        if (SkipSpace() != '<') return Expected("the base IRI");
        if (ReadIri() is not { } iri) return false;
        Rebase(iri.Value);
        return !withDot || ReadDot();
    }

    /// <summary>The dot after a directive. What the directive says is clear without it, so a lenient reading goes on.</summary>
    private bool ReadDot()
    {
        if (SkipSpace() != '.') return Missing("'.' after a directive");
        Source.Advance(1);
        return true;
    }

    protected override string? Resolve(string reference)
    {
        if (IriReference.IsAbsolute(reference) || BaseIri is not null) return IriReference.Resolve(BaseIri ?? reference, reference);
        return Odd(RdfErrorCodes.BadIri, $"Expected an absolute IRI, as no base is known, but found '{Short(reference)}'.") ? reference : null;
    }
}
