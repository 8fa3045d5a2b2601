using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Catalog.Core.Dcat;

/// <summary>Name-based ids (RFC 9562 §5.5, UUID version 5): the same name always gives the same id.</summary>
public static class DeterministicId
{
    /// <summary>The namespace under which the ids of this program are made; chosen once, never to change.</summary>
    private static readonly Guid Root = new("6f1f3a52-0c7b-4f0e-9a55-2b7f6f5d9c11");

    public static Guid OfDataset(string sourceId, string identifier) => Version5(Version5(Root, sourceId), identifier);

    /// <summary>A distribution without an identifier of its own is known by its URL.</summary>
    public static Guid OfDistribution(Guid datasetId, string identifierOrUrl) => Version5(datasetId, identifierOrUrl);

    public static Guid Version5(Guid space, string name)
    {
        var bytes = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        space.TryWriteBytes(bytes, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(16));
        Span<byte> hash = stackalloc byte[20];
        // SHA-1 is what the RFC prescribes for version 5; nothing secret depends on it.
#pragma warning disable CA5350
        SHA1.HashData(bytes, hash);
#pragma warning restore CA5350
        var version = (ushort)(BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF | 0x5000);
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], version);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
