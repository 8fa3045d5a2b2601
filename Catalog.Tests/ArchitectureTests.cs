using System.Text.RegularExpressions;
using System.Xml.Linq;
using Catalog.Tests.Support;

namespace Catalog.Tests;

/// <summary>What the plan of the house promises about itself, read from the sources.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] Projects = ["Catalog.Core", "Catalog.Harvest", "Catalog.Web"];

    private static readonly IReadOnlyList<SourceFile> Sources = [.. Projects.Append("Catalog.Bench").SelectMany(project => FilesOf(project))];

    /// <summary>Which folders of Core a folder may name; itself is understood.</summary>
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Catalog.Core.Dcat"] = [],
        ["Catalog.Core.Rdf"] = [],
        ["Catalog.Core.Validation"] = ["Catalog.Core.Dcat"],
        ["Catalog.Core.Formats"] = ["Catalog.Core.Dcat", "Catalog.Core.Rdf", "Catalog.Core.Validation"],
        ["Catalog.Core.Storage"] = ["Catalog.Core.Dcat", "Catalog.Core.Validation"],
        ["Catalog.Core.Search"] = ["Catalog.Core.Dcat"],
        ["Catalog.Core.Tabular"] = ["Catalog.Core.Dcat", "Catalog.Core.Validation"],
        ["Catalog.Core.Tables"] = ["Catalog.Core.Dcat", "Catalog.Core.Validation", "Catalog.Core.Storage", "Catalog.Core.Tabular"],
    };

    [TestCase("Catalog.Core")]
    [TestCase("Catalog.Harvest", "Catalog.Core")]
    [TestCase("Catalog.Web", "Catalog.Core", "Catalog.Harvest")]
    public void Project_RefersOnlyToThoseBelowIt(string project, params string[] below) =>
        Assert.That(Read(project, project + ".csproj").Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))), Is.EquivalentTo(below));

    [Test]
    public void EveryFolderOfCore_HasItsArrows() =>
        Assert.That(Sources.Where(f => f.Project == "Catalog.Core" && f.Folder.Contains('.', StringComparison.Ordinal)).Select(f => TopFolder(f.Folder)).Distinct().Where(f => f != "Catalog.Core"), Is.SubsetOf(Arrows.Keys));

    [Test]
    public void FolderOfCore_NamesOnlyThoseThatItsArrowsAllow()
    {
        var wrong = from file in Sources
                    let folder = TopFolder(file.Folder)
                    where Arrows.ContainsKey(folder)
                    from name in CoreFolder().Matches(file.Code).Select(match => match.Groups["folder"].Value).Distinct()
                    where Arrows.ContainsKey("Catalog.Core." + name) && "Catalog.Core." + name != folder && !Arrows[folder].Contains("Catalog.Core." + name)
                    select $"{file.Path} names {name}";
        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void Namespace_IsTheFolder() =>
        Assert.That(Sources.Where(f => f.Project != "Catalog.Bench" && Namespace().Match(f.Code) is { Success: true } found && found.Groups["name"].Value != f.Folder).Select(f => f.Path), Is.Empty);

    [TestCase("Lucene", "Catalog.Core.Search")]
    [TestCase("Dapper", "Catalog.Core.Storage")]
    [TestCase("DuckDB", "Catalog.Core.Tabular.Rows")]
    [TestCase("Microsoft.Data.Sqlite", "Catalog.Core.Storage")]
    [TestCase("ExcelDataReader", "Catalog.Core.Tabular.Sheets")]
    [TestCase("NJsonSchema", "Catalog.Core.Validation")]
    [TestCase("YamlDotNet", "Catalog.Harvest.Config")]
    [TestCase("Spectre.Console", "Catalog.Web.Verbs")]
    public void Library_IsNamedInOneFolder(string library, string folder) =>
        Assert.That(Sources.Where(f => f.Project != "Catalog.Bench" && f.Folder != folder && Regex.IsMatch(f.Code, $@"^\s*(global )?using (static )?{Regex.Escape(library)}\b", RegexOptions.Multiline)).Select(f => f.Path), Is.Empty);

    /// <summary>
    /// The portal reads what the store holds and the config names; the machinery that brought it in is known only to
    /// what starts the program.
    /// </summary>
    [Test]
    public void InTheWeb_OnlyTheCompositionRootKnowsTheMachineryOfHarvesting()
    {
        var naming = Sources.Where(f => f.Project == "Catalog.Web" && Machinery().IsMatch(f.Code)).Select(f => f.Path["Catalog.Web/".Length..]);
        Assert.That(naming.Where(path => !path.StartsWith("Verbs/", StringComparison.Ordinal) && path is not ("Program.cs" or "CatalogApp.cs")), Is.Empty);
    }

    [Test]
    public void Clock_IsATimeProvider() =>
        Assert.That(Sources.Where(f => Clock().IsMatch(f.Code)).Select(f => f.Path), Is.Empty);

    [Test]
    public void NoFile_IsLongerThan400Lines() =>
        Assert.That(Sources.Where(f => f.Lines > 400).Select(f => $"{f.Path}: {f.Lines}"), Is.Empty);

    [Test]
    public void Program_FitsOnAScreen() => Assert.That(Sources.Single(f => f.Path == "Catalog.Web/Program.cs").Lines, Is.LessThanOrEqualTo(80));

    [Test]
    public void NoFolder_IsNamedForWhatItHoldsAnyOf() =>
        Assert.That(Sources.SelectMany(f => f.Path.Split('/')[..^1]).Distinct().Intersect(["Utils", "Helpers", "Common", "Services", "Managers", "Models", "Interfaces"]), Is.Empty);

    [Test]
    public void NoFile_PutsWorkOff() =>
        Assert.That(Sources.Where(f => Unfinished().IsMatch(f.Text)).Select(f => f.Path), Is.Empty);

    [Test]
    public void EveryPackage_HasOneExactVersion()
    {
        var versions = Read("Directory.Packages.props").Descendants("PackageVersion").ToDictionary(p => p.Attribute("Include")!.Value, p => p.Attribute("Version")!.Value);
        var used = Directory.EnumerateFiles(Fixtures.RepositoryRoot, "*.csproj", SearchOption.AllDirectories).SelectMany(file => XDocument.Load(file).Descendants("PackageReference")).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(versions.Where(v => !ExactVersion().IsMatch(v.Value)), Is.Empty);
            Assert.That(used.Where(p => p.Attribute("Version") is not null || p.Attribute("VersionOverride") is not null).Select(p => p.Attribute("Include")!.Value), Is.Empty);
            Assert.That(used.Select(p => p.Attribute("Include")!.Value).Distinct(), Is.EquivalentTo(versions.Keys), "every version is of a package in use");
        }
    }

    [Test]
    public void Migrations_AreNumberedFromOneWithoutGaps()
    {
        var numbers = Directory.EnumerateFiles(Path.Combine(Fixtures.RepositoryRoot, "Catalog.Core", "Storage", "Migrations"))
            .Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal).Select((name, index) => (name, expected: $"{index + 1:0000}_"));
        Assert.That(numbers.Where(n => !n.name.StartsWith(n.expected, StringComparison.Ordinal)).Select(n => n.name), Is.Empty);
    }

    private static string TopFolder(string folder) => string.Join('.', folder.Split('.').Take(3));

    private static XDocument Read(params string[] path) => XDocument.Load(Path.Combine([Fixtures.RepositoryRoot, .. path]));

    private static IEnumerable<SourceFile> FilesOf(string project)
    {
        var root = Path.Combine(Fixtures.RepositoryRoot, project);
        foreach (var file in Directory.EnumerateFiles(root, "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".cshtml", StringComparison.Ordinal)))
        {
            var relative = Path.GetRelativePath(Fixtures.RepositoryRoot, file).Replace('\\', '/');
            if (relative.Split('/').Any(part => part is "obj" or "bin")) continue;
            var text = File.ReadAllText(file);
            var folder = Path.GetDirectoryName(relative)!.Replace('\\', '/').Replace('/', '.');
            // Comments may speak of anything: what counts is the code.
            yield return new SourceFile(relative, project, folder, text, Comment().Replace(text, ""), File.ReadLines(file).Count());
        }
    }

    private sealed record SourceFile(string Path, string Project, string Folder, string Text, string Code, int Lines);

    [GeneratedRegex(@"^\s*//.*$", RegexOptions.Multiline)]
    private static partial Regex Comment();

    // "using Catalog.Core.Dcat", "Catalog.Core.Dcat.Text" and, within Core, "Dcat.Text" and "Rdf.Iri".
    [GeneratedRegex(@"\bCatalog\.Core\.(?<folder>[A-Z]\w+)|(?<![\w.""])(?<folder>Dcat|Rdf|Formats|Validation|Storage|Search|Tabular|Tables)\.[A-Z]")]
    private static partial Regex CoreFolder();

    [GeneratedRegex(@"\bCatalog\.Harvest\b(?!\.Config\b)")]
    private static partial Regex Machinery();

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(UtcNow|Now|Today)\b")]
    private static partial Regex Clock();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.-]+)?$")]
    private static partial Regex ExactVersion();
}
