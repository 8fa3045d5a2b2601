using Catalog.Core.Dcat;

namespace Catalog.Core.Validation;

/// <summary>Our own rules: what a schema cannot say, found on the dataset as it was understood. One method a rule.</summary>
public static class DatasetRules
{
    /// <summary>Extensions that say nothing about the format inside.</summary>
    private static readonly HashSet<string> Containers = ["zip", "gz", "7z", "rar", "php", "asp", "aspx", "ashx", "jsp", "do"];

    public static IEnumerable<Finding> Check(Dataset dataset, RecordMembers members) =>
    [
        .. DatesInOrder(dataset, members),
        .. PeriodsInOrder(dataset, members),
        .. RepeatedDownloadUrls(dataset, members),
        .. RepeatedIdentifiers(dataset, members),
        .. EachDistribution(dataset, members),
    ];

    private static IEnumerable<Finding> DatesInOrder(Dataset dataset, RecordMembers members)
    {
        // Only whole days are compared: an instant without an offset may be some hours off.
        if (dataset is { Issued: { } issued, Modified: { } modified } && modified.Local.Date < issued.Local.Date && modified.Precision >= DatePrecision.Day)
            yield return FindingMessages.Make(FindingCodes.DatesOutOfOrder, Severity.Warning, $"/{members.Vocabulary}modified", modified.Lexical,
                $"Modificado ({modified}) antes de publicado ({issued}).", $"Modified ({modified}) before issued ({issued}).",
                "Revise las dos fechas.", "Check both dates.");
    }

    private static IEnumerable<Finding> PeriodsInOrder(Dataset dataset, RecordMembers members)
    {
        foreach (var period in dataset.Temporal)
            if (period is { Start: { } start, End: { } end } && Last(end) < start.Local)
                yield return FindingMessages.Make(FindingCodes.PeriodOutOfOrder, Severity.Warning, $"/{members.Vocabulary}temporal", $"{start}/{end}",
                    "El período termina antes de empezar.", "The period ends before it begins.", "Escriba inicio/fin.", "Write start/end.");
    }

    /// <summary>The last day that a date takes in: 2019-06-01/2019 ends with the year, not with its first day.</summary>
    private static DateTime Last(DcatDate date) => date.Precision switch
    {
        DatePrecision.Year => new DateTime(date.Year, 12, 31),
        DatePrecision.Month => new DateTime(date.Year, date.Local.Month, DateTime.DaysInMonth(date.Year, date.Local.Month)),
        _ => date.Local,
    };

    private static IEnumerable<Finding> RepeatedDownloadUrls(Dataset dataset, RecordMembers members) =>
        Repeated(dataset, d => d.DownloadUrl).Select(r => FindingMessages.Make(FindingCodes.RepeatedDownloadUrl, Severity.Warning,
            $"/{members.Distributions}/{r.Index}/{members.DownloadUrl}", r.Value, "Otro recurso tiene la misma dirección de descarga.", "Another distribution has the same download address.",
            "Deje un solo recurso por archivo.", "Keep one distribution for each file."));

    private static IEnumerable<Finding> RepeatedIdentifiers(Dataset dataset, RecordMembers members) =>
        Repeated(dataset, d => d.Identifier).Select(r => FindingMessages.Make(FindingCodes.RepeatedDistributionIdentifier, Severity.Warning,
            $"/{members.Distributions}/{r.Index}/{members.Identifier}", r.Value, "Otro recurso tiene el mismo identificador.", "Another distribution has the same identifier.",
            "Dé a cada recurso el suyo.", "Give each distribution its own."));

    private static IEnumerable<Finding> EachDistribution(Dataset dataset, RecordMembers members)
    {
        for (var index = 0; index < dataset.Distributions.Count; index++)
        {
            var distribution = dataset.Distributions[index];
            if (distribution.DownloadUrl is null && distribution.AccessUrl is null)
                yield return FindingMessages.Make(FindingCodes.DistributionWithoutUrl, Severity.Warning, $"/{members.Distributions}/{index}", null,
                    "El recurso no tiene ninguna dirección utilizable.", "The distribution has no usable address.",
                    "Agregue downloadURL.", "Add downloadURL.");
            if (distribution.Identifier is { Length: > 0 } id && id.All(char.IsAsciiDigit))
                yield return FindingMessages.Make(FindingCodes.NumericDistributionIdentifier, Severity.Warning, $"/{members.Distributions}/{index}/{members.Identifier}", id,
                    "Un identificador solo de números no se puede restaurar en CKAN.", "A purely numeric identifier cannot be restored in CKAN.",
                    "Agréguele letras, por ejemplo un prefijo.", "Add letters to it, a prefix for example.");
            foreach (var (member, name) in new[] { (members.FileName, distribution.FileName), (members.DownloadUrl, distribution.DownloadUrl) }.DistinctBy(m => m.Item1))
                if (name is not null && Mismatch(distribution, name) is { } extension)
                    yield return FindingMessages.Make(FindingCodes.FormatMismatch, Severity.Warning, $"/{members.Distributions}/{index}/{member}", name,
                        $"El formato dice {distribution.Format} y la extensión es .{extension}.", $"The format says {distribution.Format} and the extension is .{extension}.",
                        "Corrija el que esté mal.", "Correct the one that is wrong.");
        }
    }

    private static string? Mismatch(Distribution distribution, string name)
    {
        var extension = WebAddress.Extension(name);
        if (extension.Length == 0 || Containers.Contains(extension) || distribution.Format is null) return null;
        var byExtension = FileFormats.Name(null, null, "x." + extension, null);
        return byExtension is null || FileFormats.IsKindOf(distribution.Format, byExtension) ? null : extension;
    }

    private static IEnumerable<(int Index, string Value)> Repeated(Dataset dataset, Func<Distribution, string?> key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < dataset.Distributions.Count; index++)
            if (key(dataset.Distributions[index]) is { } value && !seen.Add(value)) yield return (index, value);
    }
}
