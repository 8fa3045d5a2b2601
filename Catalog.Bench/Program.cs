using Catalog.Bench;
using Catalog.Core.Rdf;

var count = Number(1, 10_000);
switch (args.FirstOrDefault())
{
    case "harvest":
        await HarvestBench.RunAsync(count);
        return 0;
    case "search":
        SearchBench.Run(count);
        return 0;
    case "feeds":
        await FeedsBench.RunAsync(count, Number(2, GeneratedCatalog.Columns));
        return 0;
    case "tables":
        await TablesBench.RunAsync(args.Length > 1 ? count : 1_000_000);
        return 0;
    case "rdf":
        await RdfBench.RunAsync(count);
        return 0;
    case "rdf-read":
        RdfBench.Read(args[2], Enum.Parse<RdfSyntax>(args[1]));
        return 0;
    default:
        Console.Error.WriteLine("dotnet run -c Release --project Catalog.Bench -- harvest|search|feeds|rdf [datasets, default 10000] | tables [rows, default 1000000]");
        return 2;
}

int Number(int at, int otherwise) => args.Length > at && int.TryParse(args[at], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : otherwise;
