using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>What identifies a record whose source gave it no identifier.</summary>
internal static class RecordIdentity
{
    public static (string Identifier, string Title) Of(RecordReader record, string? identifier, string? landingPage, Text title)
    {
        var shown = title.IsEmpty ? identifier ?? landingPage ?? "—" : title.ToString();
        if (identifier is not null) return (identifier, shown);
        // The landing page outlives a change of title.
        var stand = landingPage ?? (title.IsEmpty ? "" : "title:" + Slug.Of(title.ToString()));
        record.Report(FindingCodes.NoIdentifier, Severity.Warning, "identifier", null,
            "Sin identificador: si cambia el título o la página, parecerá otro conjunto de datos.",
            "No identifier: when its title or page changes, it will look like another dataset.",
            "Agregue un identificador que no cambie nunca.", "Add an identifier that never changes.");
        return (stand, shown);
    }
}

/// <summary>Gives the distributions of one dataset their ids; a second one with the same name gets a number.</summary>
internal sealed class DistributionIds(Guid datasetId)
{
    private readonly HashSet<Guid> _given = [];
    private int _count;

    public Guid Next(string? identifierOrUrl)
    {
        _count++;
        var name = identifierOrUrl ?? $"#{_count}";
        var id = DeterministicId.OfDistribution(datasetId, name);
        for (var n = 2; !_given.Add(id); n++) id = DeterministicId.OfDistribution(datasetId, $"{name}#{n}");
        return id;
    }
}
