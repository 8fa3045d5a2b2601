namespace Catalog.Core.Search;

/// <summary>
/// Another living process writes this index. Not a fault of the index: whoever only wants to search opens it with
/// <see cref="SearchIndex.OpenForReading"/>, whoever wants to write waits for the other to end.
/// </summary>
public sealed class SearchIndexLockedException(string folder, Exception cause)
    : Exception($"The search index in '{folder}' is being written by another process.", cause)
{
    public string Folder { get; } = folder;
}
