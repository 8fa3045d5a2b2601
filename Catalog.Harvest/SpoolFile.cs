namespace Catalog.Harvest;

/// <summary>A file for the length of a run that leaves nothing behind, however the process ends.</summary>
internal static class SpoolFile
{
    private const int BufferBytes = 256 * 1024;

    public static FileStream Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.Delete, BufferBytes, FileOptions.DeleteOnClose);
        // Where an open file may lose its name (everywhere but Windows), a killed process leaves no name to clean up.
        if (!OperatingSystem.IsWindows()) File.Delete(path);
        return file;
    }
}
