using System.Text;
using Samples.Generator;
using Samples.Generator.Writers;

var samples = Path.Combine(RepositoryRoot(), "samples");
var bodies = Bodies.Of(new City());
foreach (var body in bodies.Where(b => b.Kind != SourceKind.None))
{
    var folder = Path.Combine(samples, body.Id);
    if (Directory.Exists(folder))
        Directory.Delete(folder, recursive: true);
    foreach (var draft in body.Datasets)
    {
        var own = body.Kind == SourceKind.Packages ? Path.Combine(folder, draft.Id) : folder;
        foreach (var file in draft.Files.Where(f => !f.Absent))
            Write(Path.Combine(own, file.FileName), file.Bytes);
        if (body.Kind == SourceKind.Packages)
            Write(Path.Combine(own, "datapackage.json"), Json.Bytes(DataPackage.Package(body, draft)));
    }

    if (body.Kind == SourceKind.Argentina)
        Write(Path.Combine(folder, "data.json"), Json.Bytes(DataJson.Catalog(body)));
    if (body.Kind == SourceKind.DcatUs)
        Write(Path.Combine(folder, "data.json"), Json.Bytes(DcatUs.Catalog(body)));
    if (body.Id == CourtSchema.Body)
        Write(Path.Combine(folder, CourtSchema.Path), CourtSchema.Bytes());
}

Write(Path.Combine(samples, "harvest.yaml"), Encoding.UTF8.GetBytes(HarvestYaml.Text(bodies)));
Write(Path.Combine(samples, "README.md"), Encoding.UTF8.GetBytes(Readme.Text(bodies)));
Console.WriteLine($"{bodies.Count} bodies, {bodies.Sum(b => b.Datasets.Length)} records, {bodies.Sum(b => b.Datasets.Sum(d => d.Files.Length))} files");

static void Write(string path, byte[] bytes)
{
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    File.WriteAllBytes(path, bytes);
}

static string RepositoryRoot()
{
    var folder = AppContext.BaseDirectory;
    while (!File.Exists(Path.Combine(folder, "Catalog.sln")))
        folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("Run this from within the repository.");
    return folder;
}
