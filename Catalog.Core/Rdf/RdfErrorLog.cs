namespace Catalog.Core.Rdf;

/// <summary>What a lenient reading passed over: the first ones are kept, all of them are counted.</summary>
internal sealed class RdfErrorLog(int kept)
{
    private readonly List<RdfError> _errors = [];

    public IReadOnlyList<RdfError> Errors => _errors;

    public long Count { get; private set; }

    /// <summary>Whether the next error is still kept; finding out the place of one that is not would be for nothing.</summary>
    public bool IsKeeping => _errors.Count < kept;

    public void Add(RdfError error)
    {
        Count++;
        if (IsKeeping) _errors.Add(error);
    }
}
