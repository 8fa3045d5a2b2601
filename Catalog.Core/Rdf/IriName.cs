using System.Security.Cryptography;
using System.Text;

namespace Catalog.Core.Rdf;

/// <summary>Words that become part of an IRI.</summary>
internal static class IriName
{
    /// <summary>
    /// Characters of a word within an IRI. 1,000: escaped, each may take nine, and readers refuse IRIs beyond some
    /// thousands (<see cref="Limits.MaxRdfIriLength"/>); what is longer was no name.
    /// </summary>
    private const int MaxLength = 1_000;

    /// <summary>The word, or its beginning and a hash of the whole, so that two long ones stay two.</summary>
    public static string Bounded(string word)
    {
        if (word.Length <= MaxLength) return word;
        var end = char.IsHighSurrogate(word[MaxLength - 1]) ? MaxLength - 1 : MaxLength;
        return $"{word[..end]}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)))[..16]}";
    }
}
