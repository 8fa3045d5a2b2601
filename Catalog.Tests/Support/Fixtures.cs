namespace Catalog.Tests.Support;

/// <summary>Where things are: the repository, its samples, and the shared fixtures that a stranger's clone does not have.</summary>
public static class Fixtures
{
    /// <summary>The folder of Catalog.sln, found by walking up: deterministic builds rewrite caller file paths.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    public static string Samples => System.IO.Path.Combine(RepositoryRoot, "samples");

    /// <summary>The folder of the shared fixtures, whether it is there or not.</summary>
    public static string SharedRoot =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(Environment.GetEnvironmentVariable("CATALOG_SHARED") ?? System.IO.Path.Combine(RepositoryRoot, "..", "shared"), "fixtures"));

    /// <summary>A shared fixture. Where the folder is absent the test is ignored, unless CI requires it.</summary>
    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([SharedRoot, .. parts]);
        if (File.Exists(path) || Directory.Exists(path)) return path;
        Skip($"The shared fixture '{string.Join('/', parts)}' is not here; the project's own tests cover the feature.");
        return path;
    }

    /// <summary>Ignores the running test with a reason; where everything is required (CATALOG_REQUIRE_ALL=1) it fails instead.</summary>
    public static void Skip(string reason)
    {
        if (Environment.GetEnvironmentVariable("CATALOG_REQUIRE_ALL") == "1") Assert.Fail("Required here: " + reason);
        Assert.Ignore(reason);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Catalog.sln"))) return folder.FullName;
        throw new InvalidOperationException("Catalog.sln was not found above " + AppContext.BaseDirectory);
    }
}
