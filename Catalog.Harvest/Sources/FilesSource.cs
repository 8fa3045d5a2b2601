using System.Text;
using System.Text.Json.Nodes;
using Catalog.Harvest.Config;

namespace Catalog.Harvest.Sources;

/// <summary>Datasets written out in the config itself.</summary>
internal sealed class FilesSource(HarvestSource source, string configFolder) : ISourceReader
{
    public Task<GatherResult> GatherAsync(RecordSpool spool, CancellationToken ct)
    {
        for (var index = 0; index < source.Datasets.Count; index++) spool.Add($"/datasets/{index}", Encoding.UTF8.GetBytes(Portable(source.Datasets[index].Json)));
        return Task.FromResult<GatherResult>(new GatherResult.Gathered(new SourceDocument { Profile = RecordProfile.None }));
    }

    /// <summary>The config's absolute paths, relative to its folder again: a record is shown to everybody and is the same on every machine.</summary>
    private string Portable(string json)
    {
        var dataset = JsonNode.Parse(json)!.AsObject();
        if (dataset["files"] is not JsonArray files) return json;
        foreach (var file in files.OfType<JsonObject>())
            if (file["url"]?.GetValue<string>() is { } url && Path.IsPathRooted(url)) file["url"] = Path.GetRelativePath(configFolder, url).Replace('\\', '/');
        return dataset.ToJsonString();
    }
}
