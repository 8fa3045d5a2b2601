using Catalog.Core.Dcat;
using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

/// <summary>
/// Whether a record can be published at all - named, described, linked - which is another question than whether it
/// conforms to its profile.
/// </summary>
internal static class PublishableRules
{
    public static RecordRead Finish(Dataset dataset, string shownTitle, List<Finding> findings, RecordMembers members)
    {
        if (dataset.Title.IsEmpty)
            findings.Add(Fatal(FindingCodes.NoTitle, $"/{members.Vocabulary}title", "Sin título no se puede nombrar.", "Without a title it cannot be named.",
                "Agregue un título.", "Add a title."));
        if (dataset.Description.IsEmpty && dataset.Distributions.All(d => d.Description.IsEmpty))
            findings.Add(Fatal(FindingCodes.NoDescription, $"/{members.Vocabulary}description", "Sin descripción, ni propia ni de un recurso, no se puede describir.",
                "Without a description, its own or a distribution's, it cannot be described.", "Agregue una descripción.", "Add a description."));
        if (dataset.LandingPage is null && dataset.Distributions.All(d => d.DownloadUrl is null && d.AccessUrl is null))
            findings.Add(Fatal(FindingCodes.NoLink, "/" + members.Distributions, "No hay ninguna dirección que enlazar: ni recursos ni página.",
                "There is no address to link: neither distributions nor a landing page.",
                "Agregue al menos un recurso con su dirección.", "Add at least one distribution with its address."));
        findings.AddRange(DatasetRules.Check(dataset, members));
        var fatal = findings.Any(f => f.Severity == Severity.Fatal);
        return new RecordRead { Identifier = dataset.Identifier, Title = shownTitle, Dataset = fatal ? null : dataset, Findings = findings };
    }

    private static Finding Fatal(string code, string pointer, string spanish, string english, string hintSpanish, string hintEnglish) =>
        FindingMessages.Make(code, Severity.Fatal, pointer, null, spanish, english, hintSpanish, hintEnglish);
}
