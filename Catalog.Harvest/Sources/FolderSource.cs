using Catalog.Core;
using Catalog.Core.Validation;
using Catalog.Harvest.Config;

namespace Catalog.Harvest.Sources;

/// <summary>A directory of Frictionless Data Packages: every datapackage.json below it is a dataset.</summary>
internal sealed class FolderSource(HarvestSource source, Limits limits) : ISourceReader
{
    /// <summary>Folders deep. 8: departments nest by year and topic; deeper is a loop of links.</summary>
    private const int MaxDepth = 8;

    public async Task<GatherResult> GatherAsync(RecordSpool spool, CancellationToken ct)
    {
        if (!Directory.Exists(source.Url)) return new GatherResult.Failed(GatherCodes.SourceMissing, $"There is no folder {Path.GetFileName(source.Url)}.");
        var findings = new List<Finding>();
        var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = MaxDepth, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
        try
        {
            // In the order of names, so that equal titles get the same addresses on every machine.
            foreach (var path in Directory.EnumerateFiles(source.Url, "datapackage.json", options).Order(StringComparer.Ordinal))
            {
                var place = Path.GetRelativePath(source.Url, path).Replace('\\', '/');
                if (new FileInfo(path).Length > limits.MaxRecordBytes)
                {
                    findings.Add(FindingMessages.Make(FindingCodes.RecordTooLarge, Severity.Error, place, null,
                        $"El archivo supera {limits.MaxRecordBytes} bytes y no se leyó.", $"The file is larger than {limits.MaxRecordBytes} bytes and was not read."));
                    continue;
                }
                spool.Add(place, SourceText.DocumentAsUtf8(await File.ReadAllBytesAsync(path, ct)), (Path.GetDirectoryName(place) ?? "").Replace('\\', '/'));
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A message of the system names whole paths; what is shown to everybody does not.
            var message = e.Message.Replace(source.Url, Path.GetFileName(source.Url), StringComparison.Ordinal);
            return new GatherResult.Failed(GatherCodes.SourceMissing, $"The folder cannot be read: {message}");
        }
        return new GatherResult.Gathered(new SourceDocument { Profile = RecordProfile.DataPackage, Findings = findings, Incomplete = findings.Count > 0 });
    }
}
