using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Catalog.Web.Http;

/// <summary>Strong validators (RFC 9110 §8.8.3) and the conditional request that asks by them (§13.1.2).</summary>
internal static class EntityTag
{
    /// <summary>Characters of a tag. 32 hex digits: 128 bits of SHA-256, beyond any chance of a clash.</summary>
    private const int Length = 32;

    public static string OfBytes(ReadOnlySpan<byte> bytes) => $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..Length]}\"";

    /// <summary>The first of the tags that the request already holds, or null. "*" holds whatever there is.</summary>
    public static string? Held(HttpRequest request, params ReadOnlySpan<string> tags)
    {
        var asked = request.GetTypedHeaders().IfNoneMatch;
        foreach (var one in asked)
        {
            if (one.Equals(EntityTagHeaderValue.Any)) return tags[0];
            foreach (var tag in tags)
                if (one.Tag.Equals(tag, StringComparison.Ordinal)) return tag;
        }
        return null;
    }
}
