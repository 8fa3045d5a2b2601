using System.Text;

namespace Samples.Generator;

internal static class Readme
{
    public static string Text(IReadOnlyList<Body> bodies)
    {
        var sources = bodies.Where(b => b.Kind != SourceKind.None).ToList();
        var md = new StringBuilder($"""
            # Samples: Puerto Almendra

            A small city with a port, {sources.Count} bodies that publish, and {sources.Sum(b => b.Datasets.Length)} records, harvested without a network. **The city and all
            its data are invented**: every description ends with "{DatasetDraft.Disclaimer}" People are called
            "Funcionaria Ejemplo 012", addresses end in `.example`, and the map shows a coast that is not there.

            `harvest.yaml` beside this file is the config of the first start. Its sources are of all three types:
            catalogs of the Argentine profile and one of DCAT-US 1.1 (`datajson`), Frictionless Data Packages (`folder`)
            and datasets written in the config itself (`files`). Their download addresses are on a host that does not
            exist; `mirrors` leads them to the folders here.

            ## Made by a program

            ```
            dotnet run --project samples/generator
            ```

            rewrites `harvest.yaml`, this page and every folder but `generator/`. The numbers come from a fixed seed and no
            clock, so a second run changes no byte (the compression of workbooks may differ between operating systems). A
            dataset is a card and a small function for its rows: see `generator/Themes`.

            ## Bodies

            | body | branch | source | records | files | rows of CSV |
            |---|---|---|---:|---:|---:|

            """);
        foreach (var body in sources)
        {
            var files = body.Datasets.SelectMany(d => d.Files).ToList();
            md.Append($"| {body.Name} | {body.Branch} | {Source(body.Kind)} | {body.Datasets.Length} | {files.Count} | {files.Sum(f => f.Rows)} |\n");
        }

        var all = sources.SelectMany(b => b.Datasets).ToList();
        md.Append($"| **all** | | | **{all.Count}** | **{all.Sum(d => d.Files.Length)}** | **{all.Sum(d => d.Files.Sum(f => f.Rows))}** |\n");
        md.Append($"""

            ## Broken on purpose

            A real harvest meets these every week. Look for them in the report of the first run: of {all.Count} records
            {all.Count(d => d.Published)} can be published, and of those that cannot the report says why.

            | body | record | what is wrong | published |
            |---|---|---|---|

            """);
        foreach (var body in sources)
            foreach (var draft in body.Datasets.Where(d => d.Flaw is not null))
                md.Append($"| {body.Name} | `{draft.Id}` {(draft.Title.Length > 60 ? draft.Title[..57] + "..." : draft.Title)} | {draft.Flaw} | {(draft.Published ? "yes" : "no")} |\n");
        return md.ToString();
    }

    private static string Source(SourceKind kind) => kind switch
    {
        SourceKind.Argentina => "`datajson`, Argentine profile",
        SourceKind.DcatUs => "`datajson`, DCAT-US 1.1",
        SourceKind.Packages => "`folder`",
        _ => "`files`",
    };
}
