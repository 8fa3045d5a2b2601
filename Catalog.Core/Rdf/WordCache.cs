namespace Catalog.Core.Rdf;

/// <summary>
/// What a writer makes of the words of vocabularies, which come again and again among addresses that never do. Each
/// word has one place, told from its length and a few of its characters: looking for an address that is not there costs
/// next to nothing, and harvested words only push each other out.
/// </summary>
internal sealed class WordCache<T>
    where T : class
{
    /// <summary>A power of two. 1,024: the vocabularies have about 200 words.</summary>
    private const int Places = 1024;

    private readonly (string? Word, T? Value)[] _places = new (string?, T?)[Places];

    public T? Find(string word)
    {
        ref var place = ref _places[PlaceOf(word)];
        return ReferenceEquals(place.Word, word) || place.Word == word ? place.Value : null;
    }

    public T Keep(string word, T value)
    {
        _places[PlaceOf(word)] = (word, value);
        return value;
    }

    private static int PlaceOf(string word)
    {
        if (word.Length == 0) return 0;
        var mixed = (word.Length * 31 + word[^1]) * 31 + word[word.Length / 2];
        mixed = mixed * 31 + word[word.Length - 1 - word.Length / 8];
        return (mixed ^ (mixed >> 10)) & (Places - 1);
    }
}
