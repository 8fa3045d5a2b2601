using System.Text;
using Catalog.Harvest.Config;

namespace Catalog.Harvest.Sources;

/// <summary>Datasets written out in the config itself.</summary>
internal sealed class FilesSource(HarvestSource source) : ISourceReader
{
    public Task<GatherResult> GatherAsync(RecordSpool spool, CancellationToken ct)
    {
        for (var index = 0; index < source.Datasets.Count; index++) spool.Add($"/datasets/{index}", Encoding.UTF8.GetBytes(source.Datasets[index].Json));
        return Task.FromResult<GatherResult>(new GatherResult.Gathered(new SourceDocument { Profile = RecordProfile.None }));
    }
}
