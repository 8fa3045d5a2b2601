using Catalog.Core.Validation;

namespace Catalog.Core.Formats;

internal static class DistributionRules
{
    public static void ReportTooMany(RecordReader record, RecordMembers members, Limits limits) =>
        record.Report(FindingCodes.TooManyDistributions, Severity.Warning, members.Distributions, null,
            $"Más de {limits.MaxDistributions} recursos; los demás quedan en el registro original.",
            $"More than {limits.MaxDistributions} distributions; the rest stay in the raw record.",
            "Divida el conjunto de datos.", "Split the dataset.");
}
