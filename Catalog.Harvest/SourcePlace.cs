using Catalog.Harvest.Config;

namespace Catalog.Harvest;

/// <summary>Where something is that a source names: a web address, or a path below a folder of this machine.</summary>
internal abstract record SourcePlace
{
    private SourcePlace()
    {
    }

    public sealed record Web(Uri Address) : SourcePlace;

    public sealed record Local(string Folder, string Relative) : SourcePlace
    {
        /// <summary>Null when the path leads out of the folder.</summary>
        public string? Path => LocalPath.Resolve(Folder, Relative);
    }

    /// <summary>A mirror stands for the addresses that begin as it says; what is no address lies in the source's folder.</summary>
    public static SourcePlace Of(HarvestConfig config, HarvestSource source, string place)
    {
        var mirror = source.Mirrors.FirstOrDefault(m => place.StartsWith(m.From, StringComparison.Ordinal));
        if (mirror is not null) return new Local(mirror.To, Uri.UnescapeDataString(place[mirror.From.Length..].TrimStart('/')));
        if (Uri.TryCreate(place, UriKind.Absolute, out var address) && !address.IsFile) return new Web(address);
        return new Local(source.Type == SourceType.Folder ? source.Url! : config.Folder, place);
    }
}
