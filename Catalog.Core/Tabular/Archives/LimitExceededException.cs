namespace Catalog.Core.Tabular.Archives;

/// <summary>
/// Ends the unfolding of a file that grows beyond its bound, from within a stream that cannot say it otherwise.
/// <see cref="TableFile"/> makes a result of it.
/// </summary>
internal sealed class LimitExceededException(string spanish, string english) : IOException(english)
{
    public string Spanish { get; } = spanish;

    public string English { get; } = english;
}
