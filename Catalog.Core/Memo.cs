using System.Collections.Concurrent;

namespace Catalog.Core;

/// <summary>
/// Remembers what a pure function of a word has answered: licences, codes and formats come again in every dataset of a
/// catalog. Bounded, because the words are those of strangers: what comes after the first ones is worked out each time.
/// </summary>
internal sealed class Memo<T>(Func<string, T> answer)
{
    /// <summary>Words remembered. 4,096: a catalog uses some hundreds.</summary>
    private const int MaxWords = 4096;

    /// <summary>Characters of the longest word remembered. 200, so that all of them take 2 MB at most.</summary>
    private const int MaxLength = 200;

    private readonly ConcurrentDictionary<string, T> _answers = new(StringComparer.Ordinal);
    private int _count;

    public T Of(string word)
    {
        if (_answers.TryGetValue(word, out var known)) return known;
        var made = answer(word);
        if (word.Length <= MaxLength && _count < MaxWords && _answers.TryAdd(word, made)) Interlocked.Increment(ref _count);
        return made;
    }
}
