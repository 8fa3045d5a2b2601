using Catalog.Core.Dcat;
using Catalog.Harvest.Config;

namespace Catalog.Harvest;

/// <summary>
/// Who is meant by a publisher's name. Sources spell the same body in many ways and write hierarchies in one string
/// ("Ministerio. Secretaría. Dirección"); the config's names and aliases bring them together.
/// </summary>
internal sealed class PublisherDirectory
{
    private readonly Dictionary<string, Publisher> _bySlug = [];
    private readonly Publisher? _default;

    public PublisherDirectory(HarvestConfig config, HarvestSource source)
    {
        foreach (var publisher in config.Catalog.Publishers)
        {
            _bySlug[publisher.Id] = publisher;
            foreach (var name in publisher.Name.Values.Select(n => n.Value).Concat(publisher.Aliases)) _bySlug.TryAdd(Slug.Of(name), publisher);
        }
        _default = config.FindPublisher(source.Publisher);
    }

    /// <summary>
    /// The body, with the config's id when it is known; the name as the source wrote it stays. Nobody named: the
    /// source's own publisher.
    /// </summary>
    public Agent? Resolve(Agent? said)
    {
        if (said is null || (said.Name.IsEmpty && said.Id is null)) return _default is null ? said : Fill(said ?? new Agent(), _default);
        if (said.Id is { } id && _bySlug.TryGetValue(id, out var byId)) return Fill(said, byId);
        return Find(said.Name.ToString()) is { } known ? Fill(said, known) : said;
    }

    /// <summary>The name by which a body has its page: the config's id, else the slug of its name.</summary>
    public static string? AddressOf(Agent? publisher) =>
        publisher is null ? null : publisher.Id ?? (publisher.Name.IsEmpty ? null : Slug.Of(publisher.Name.ToString()));

    private Publisher? Find(string name)
    {
        if (_bySlug.TryGetValue(Slug.Of(name), out var whole)) return whole;
        // From the whole hierarchy down to its head: the nearest known body wins.
        var parts = name.Split(". ", StringSplitOptions.RemoveEmptyEntries);
        for (var count = parts.Length - 1; count > 0; count--)
            if (_bySlug.TryGetValue(Slug.Of(string.Join(". ", parts[..count])), out var head)) return head;
        for (var index = parts.Length - 1; index > 0; index--)
            if (_bySlug.TryGetValue(Slug.Of(parts[index]), out var part)) return part;
        return null;
    }

    private static Agent Fill(Agent said, Publisher known) => said with
    {
        Id = known.Id,
        Name = said.Name.IsEmpty ? known.Name : said.Name,
        Email = said.Email ?? known.Email,
        Homepage = said.Homepage ?? known.Url,
    };
}
