using Catalog.Core;
using Catalog.Core.Dcat;
using Catalog.Core.Rdf;
using Catalog.Core.Validation;

namespace Catalog.Harvest.Sources;

/// <summary>Reads the documents of one catalog, one after another, into one graph.</summary>
internal sealed class DcatDocument(RdfGraph graph, Limits limits, Func<Uri, byte[]?> loadContext)
{
    /// <summary>About the documents read so far.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>Whether a statement was passed over, so that what is missing may be missing for that reason.</summary>
    public bool Incomplete { get; private set; }

    /// <summary>Null when the whole document is in the graph.</summary>
    /// <param name="name">What to call the document in a report.</param>
    public GatherResult.Failed? Read(Stream document, string name, Uri baseIri, string? mediaType, HydraPage page, CancellationToken ct)
    {
        var start = new byte[RdfSniffer.Length];
        var length = document.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        document.Position = 0;
        var (syntax, reason) = RdfSniffer.Tell(start.AsSpan(0, length), mediaType, WebAddress.Extension(baseIri.AbsolutePath));
        if (syntax is null) return new GatherResult.Failed(GatherCodes.NotRdf, $"{name}: {reason}");
        graph.BeginDocument();
        var options = new RdfReadOptions { BaseIri = baseIri.AbsoluteUri, Lenient = true, Limits = limits, LoadContext = loadContext };
        RdfReadResult result;
        try
        {
            result = RdfReader.Read(document, syntax.Value, options, quad => Add(quad, page), ct);
        }
        catch (GraphFullException)
        {
            return new GatherResult.Failed(GatherCodes.DocumentTooLarge, $"The catalog has more than {limits.MaxRdfTriples} triples.");
        }
        if (result.Failure is { } failure)
            return new GatherResult.Failed(failure.Code == RdfErrorCodes.LimitExceeded ? GatherCodes.DocumentTooLarge : GatherCodes.MalformedRdf, $"{name} is no whole, valid {syntax}: {failure}");
        Report(name, result);
        return null;
    }

    private void Add(Quad quad, HydraPage page)
    {
        if (!graph.TryAdd(quad)) throw new GraphFullException();
        page.See(quad);
    }

    private void Report(string name, RdfReadResult result)
    {
        foreach (var error in result.Skipped)
        {
            // An odd IRI is handed on as it is: nothing is missing.
            var lost = error.Code != RdfErrorCodes.BadIri;
            Incomplete |= lost;
            Findings.Add(lost
                ? FindingMessages.Make(FindingCodes.StatementSkipped, Severity.Error, "", null, $"{name}: se pasó por alto un enunciado que no se puede leer: {error}", $"{name}: a statement that cannot be read was passed over: {error}",
                    "Corrija el documento en ese lugar.", "Mend the document at that place.")
                : FindingMessages.Make(FindingCodes.OddIri, Severity.Warning, "", null, $"{name}: un IRI no es válido: {error}", $"{name}: an IRI is not valid: {error}",
                    "Codifique lo que no va en un IRI: un espacio es %20.", "Encode what an IRI cannot hold: a blank is %20."));
        }
        if (result.SkippedCount <= result.Skipped.Count) return;
        Incomplete = true;
        Findings.Add(FindingMessages.Make(FindingCodes.StatementSkipped, Severity.Error, "", null,
            $"{name}: {result.SkippedCount - result.Skipped.Count} errores más.", $"{name}: {result.SkippedCount - result.Skipped.Count} more errors."));
    }

    /// <summary>Leaves the reading of a document for which there is no room; caught where the reading was begun.</summary>
    private sealed class GraphFullException : Exception;
}
