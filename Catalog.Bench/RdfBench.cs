using System.Diagnostics;
using System.Globalization;
using Catalog.Core.Rdf;

namespace Catalog.Bench;

/// <summary>
/// A generated catalog in each syntax, read by this program and by the parsers that people use: Debian's rapper
/// (raptor2-utils) and rdflib. Each reading is a process of its own from its start to its end, ours too, and of three
/// (one for rdflib) the fastest counts.
/// </summary>
internal static class RdfBench
{
    private const int Runs = 3;

    /// <summary>The syntaxes with their names in rapper and rdflib, or null where the tool lacks it.</summary>
    private static readonly (RdfSyntax Syntax, string? Rapper, string? Rdflib)[] Syntaxes =
    [
        (RdfSyntax.Turtle, "turtle", "turtle"),
        (RdfSyntax.NTriples, "ntriples", "nt"),
        (RdfSyntax.TriG, "trig", "trig"),
        (RdfSyntax.NQuads, "nquads", "nquads"),
        (RdfSyntax.RdfXml, "rdfxml", "xml"),
        (RdfSyntax.JsonLd, null, "json-ld"),
    ];

    public static async Task RunAsync(int datasets)
    {
        var folder = Directory.CreateTempSubdirectory("catalog-bench-").FullName;
        try
        {
            foreach (var (syntax, rapper, rdflib) in Syntaxes)
            {
                var path = Path.Combine(folder, "catalog." + syntax.Extension());
                await GeneratedRdf.WriteAsync(path, syntax, datasets);
                Measure(path, syntax, rapper, rdflib);
                File.Delete(path);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Reads one file and says what that took: what <see cref="RunAsync"/> runs as a process.</summary>
    public static void Read(string path, RdfSyntax syntax)
    {
        using var file = File.OpenRead(path);
        var watch = Stopwatch.StartNew();
        var read = RdfReader.Read(file, syntax, new RdfReadOptions { BaseIri = "http://localhost:5080/" }, _ => { }, CancellationToken.None);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{read.Quads} {watch.Elapsed.TotalSeconds:0.000} {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} {read.Failure}"));
    }

    private static void Measure(string path, RdfSyntax syntax, string? rapper, string? rdflib)
    {
        var size = new FileInfo(path).Length;
        var ours = Fastest(Runs, Environment.ProcessPath!, "rdf-read", syntax.ToString(), path)!;
        var words = ours.Output.Split(' ', 4);
        var quads = long.Parse(words[0], CultureInfo.InvariantCulture);
        var inside = double.Parse(words[1], CultureInfo.InvariantCulture);
        Print($"{syntax}", string.Create(CultureInfo.InvariantCulture, $"{size / 1e6:0.0} MB, {quads} triples {words.ElementAtOrDefault(3)?.Trim()}"));
        Print("  ours, in the process", string.Create(CultureInfo.InvariantCulture, $"{inside:0.00} s, {quads / inside / 1e6:0.00} M triples/s, {size / inside / 1e6:0} MB/s, peak memory {words[2]} MB"));
        Print("  ours, whole process", Rate(ours.Seconds, quads));
        if (rapper is not null) Compare("rapper", Fastest(Runs, "rapper", "-q", "-c", "-i", rapper, path), ours.Seconds, quads);
        if (rdflib is not null)
        {
            var program = $"import rdflib, sys; g = rdflib.{(syntax is RdfSyntax.NQuads or RdfSyntax.TriG ? "Dataset" : "Graph")}(); g.parse(sys.argv[1], format='{rdflib}')";
            Compare("rdflib", Fastest(1, "/usr/bin/python3", "-c", program, path), ours.Seconds, quads);
        }
    }

    private static void Compare(string tool, Timed? theirs, double ours, long quads) =>
        Print("  " + tool + ", whole process", theirs is null ? "not installed, or failed" : Rate(theirs.Seconds, quads) + string.Create(CultureInfo.InvariantCulture, $", ours is {theirs.Seconds / ours:0.0} times as fast"));

    private static string Rate(double seconds, long quads) => string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s, {quads / seconds / 1e6:0.00} M triples/s");

    /// <summary>The fastest of some runs of a program, or null when it is not there or fails.</summary>
    private static Timed? Fastest(int runs, string program, params string[] arguments)
    {
        Timed? fastest = null;
        for (var run = 0; run < runs; run++)
        {
            try
            {
                var watch = Stopwatch.StartNew();
                using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
                var errors = process.StandardError.ReadToEndAsync();
                var output = process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                var seconds = watch.Elapsed.TotalSeconds;
                _ = errors.Result;
                if (process.ExitCode != 0) return null;
                if (fastest is null || seconds < fastest.Seconds) fastest = new Timed(seconds, output);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return null;
            }
        }
        return fastest;
    }

    private static void Print(string name, string value) => Console.WriteLine($"{name,-26} {value}");

    private sealed record Timed(double Seconds, string Output);
}
