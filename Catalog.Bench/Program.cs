using System.Globalization;
using Catalog.Bench;

switch (args)
{
    case ["search", var datasets]:
        SearchBench.Run(int.Parse(datasets, CultureInfo.InvariantCulture));
        break;
    default:
        Console.WriteLine("bench search <datasets>");
        break;
}
