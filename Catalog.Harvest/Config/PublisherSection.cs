using Catalog.Core.Dcat;

namespace Catalog.Harvest.Config;

/// <summary><c>publishers</c>: the departments, agencies and courts, as a forest.</summary>
internal static class PublisherSection
{
    public static readonly KeyTable Keys = new("publishers",
        new ConfigKey("id", Needed: true), new ConfigKey("name", Needed: true), new ConfigKey("description"), new ConfigKey("parent"),
        new ConfigKey("branch") { Allowed = ["executive", "judiciary", "legislature", "other"] }, new ConfigKey("email"), new ConfigKey("url"),
        new ConfigKey("aliases"));

    public static ValueList<Publisher> Read(YamlCursor at)
    {
        var entries = new List<Entry>();
        foreach (var item in at.AsList("a list of publishers"))
            if (item.AsMap(Keys) is { } map) entries.Add(ReadOne(map));
        var byId = entries.GroupBy(entry => entry.Publisher.Id).ToDictionary(group => group.Key, group => group.First());
        TellCycles(entries, byId);
        return at.Reading.Failed ? [] : entries.Select(entry => entry.Publisher with { Branch = BranchOf(entry, byId) }).ToValueList();
    }

    private static Entry ReadOne(ConfigMap map)
    {
        var registry = map.At.Reading.Publishers;
        var publisher = new Publisher
        {
            Id = map.Id(registry),
            Name = map.Text("name"),
            Description = map.Text("description"),
            Parent = map.Reference("parent", registry),
            Email = map.String("email", Rules.Email),
            Url = map.String("url", Rules.Url),
            Aliases = map.Strings("aliases"),
        };
        // What the file calls it, because an id may come from the environment.
        var shown = map.Find("id")?.Node is YamlScalar id ? Excerpt.Of(id.Text) : "";
        return new Entry(publisher, shown, map.Choice("branch"), map.Find("parent"));
    }

    /// <summary>Each cycle once, at its first member in the file.</summary>
    private static void TellCycles(List<Entry> entries, Dictionary<string, Entry> byId)
    {
        var settled = new HashSet<string>();
        foreach (var entry in entries)
        {
            var way = new List<string>();
            for (var id = entry.Publisher.Id; byId.TryGetValue(id, out var here) && settled.Add(id); id = here.Publisher.Parent ?? "")
            {
                way.Add(id);
                if (here.Publisher.Parent is not { } parent || way.IndexOf(parent) is not (>= 0 and var start)) continue;
                byId[parent].ParentAt?.Error(ConfigErrorCodes.ParentCycle, "publishers are each other's parent: " + string.Join(" -> ", way[start..].Append(parent).Select(member => byId[member].Shown)));
            }
        }
    }

    /// <summary>Its own, else that of the nearest body above it that names one: a court's office is of the judiciary.</summary>
    private static Branch BranchOf(Entry entry, Dictionary<string, Entry> byId)
    {
        var here = entry;
        while (here.Branch is null && here.Publisher.Parent is { } parent && byId.TryGetValue(parent, out var above)) here = above;
        return here.Branch switch
        {
            "judiciary" => Branch.Judiciary,
            "legislature" => Branch.Legislature,
            "other" => Branch.Other,
            _ => Branch.Executive,
        };
    }

    private sealed record Entry(Publisher Publisher, string Shown, string? Branch, YamlCursor? ParentAt);
}
