using System.Globalization;
using Catalog.Core.Dcat;
using Catalog.Core.Tabular.Drift;

namespace Catalog.Harvest.Config;

/// <summary>What was understood of a config, as lines of plain text. Nothing that came from the environment is in them.</summary>
public static class ConfigSummary
{
    public static IReadOnlyList<string> Lines(HarvestConfig config, TimeProvider time)
    {
        var language = config.Catalog.Languages.FirstOrDefault() ?? "";
        return
        [
            .. OfCatalog(config.Catalog, language),
            "", $"Publishers ({Number(config.Catalog.Publishers.Count)})", .. OfPublishers(config.Catalog.Publishers, language),
            "", $"Sectors ({Number(config.Catalog.Sectors.Count)})", .. config.Catalog.Sectors.Select(sector => OfSector(sector, language)),
            "", $"Sources ({Number(config.Sources.Count)})", .. config.Sources.SelectMany(source => OfSource(source, language, time)),
        ];
    }

    private static IEnumerable<string> OfCatalog(DataCatalog catalog, string language)
    {
        yield return $"Catalog: {Line(catalog.Title.In(language))}";
        yield return $"  address    {catalog.Url}";
        yield return $"  publisher  {Line(catalog.Publisher.Name.In(language))}";
        yield return $"  languages  {string.Join(", ", catalog.Languages)}";
        yield return $"  time zone  {catalog.TimeZone}";
        yield return $"  licence    {catalog.License} where a dataset names none";
    }

    /// <summary>Each branch with its trees: a body stands below its parent even when it is of another branch, and says so.</summary>
    private static IEnumerable<string> OfPublishers(ValueList<Publisher> publishers, string language)
    {
        var children = publishers.Where(p => p.Parent is not null).ToLookup(p => p.Parent!);
        foreach (var branch in publishers.Where(p => p.Parent is null).GroupBy(p => p.Branch).OrderBy(group => group.Key))
        {
            yield return $"  {Name(branch.Key)}";
            foreach (var root in branch)
                foreach (var line in Tree(root, branch.Key, 2)) yield return line;
        }

        IEnumerable<string> Tree(Publisher publisher, Branch above, int level)
        {
            var other = publisher.Branch == above ? "" : $" [{Name(publisher.Branch)}]";
            yield return $"{new string(' ', level * 2)}{publisher.Id}  {Line(publisher.Name.In(language))}{other}";
            foreach (var child in children[publisher.Id])
                foreach (var line in Tree(child, publisher.Branch, level + 1)) yield return line;
        }
    }

    private static string OfSector(Sector sector, string language)
    {
        var codes = sector.SuperThemes.Count > 0 ? string.Join(", ", sector.SuperThemes) : sector.EuTheme;
        return $"  {sector.Id}  {Line(sector.Title.In(language))}{(codes is null ? "" : $" [{codes}]")}";
    }

    private static IEnumerable<string> OfSource(HarvestSource source, string language, TimeProvider time)
    {
        yield return $"  {source.Id}  {Line(source.Title.In(language))}";
        yield return $"    {Type(source)}  {source.Place ?? Count(source.Datasets.Count, "dataset") + " in the config"}";
        if (source.Publisher is not null) yield return $"    publisher  {source.Publisher}";
        if (source.Sectors.Count > 0) yield return $"    sectors    {string.Join(", ", source.Sectors)}";
        yield return $"    profile    {Profile(source.Profile)}";
        yield return $"    schedule   {Schedule(source.Schedule, time)}";
        yield return $"    policy     {Policy(source.Policy)}";
        foreach (var rule in source.Tables) yield return $"    tables     {Line(rule.ToString())}  {Promise(rule)}";
        if (source.Mirrors.Count > 0) yield return $"    mirrors    {Count(source.Mirrors.Count, "mirror")}";
        if (source.Headers.Count > 0) yield return $"    headers    {string.Join(", ", source.Headers.Select(header => header.Name))}";
        if (source.AllowPrivateHosts.Count > 0) yield return $"    private    may reach {string.Join(", ", source.AllowPrivateHosts)}";
    }

    private static string Promise(TableRule rule) => string.Join(", ", new[] { rule.SchemaPlace is { } schema ? $"held to {schema}" : null, rule.Dialect is null ? null : "written as declared" }.OfType<string>());

    private static string Schedule(HarvestSchedule? schedule, TimeProvider time)
    {
        if (schedule is null) return "by hand only";
        var next = ScheduleWords.Next(schedule, time) is { } instant ? "next " + instant.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture) : "never again";
        return $"{ScheduleWords.Of(schedule)}; {next}";
    }

    private static string Policy(HarvestPolicy policy)
    {
        var invalid = policy.OnInvalid == OnInvalid.Hold ? "invalid records are held" : "invalid records are published with their findings";
        var schemas = policy.Schemas.Count == 0 ? "" : $"; {Count(policy.Schemas.Count, "further schema")}";
        var tables = policy.Tables.OnBadTable == OnBadTable.Hold ? "; bad tables are held" : "";
        var persons = policy.Tables.OnPersonalData == OnPersonalData.Hold ? "; tables with data of persons are held" : "";
        return $"{invalid}; a run that removes more than {policy.MaxRemovals} is held{schemas}{tables}{persons}";
    }

    private static string Type(HarvestSource source) => source.Type switch
    {
        SourceType.DataJson => "datajson ",
        SourceType.Dcat => "dcat     ",
        SourceType.Folder => "folder   ",
        _ => "files    ",
    };

    private static string Profile(MetadataProfile profile) => profile switch
    {
        MetadataProfile.Argentina => "argentina",
        MetadataProfile.DcatUs => "dcat-us",
        MetadataProfile.None => "none",
        _ => "auto",
    };

    private static string Name(Branch branch) => branch.ToString().ToLowerInvariant();

    private static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Line(string text) => Excerpt.Of(text);
}
