using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Catalog.Harvest;

/// <summary>
/// A hash of what a JSON value says, not of how it is written: members sorted, blanks gone, so that a portal that
/// shuffles its members does not look changed. Lists keep their order, which may mean something.
/// </summary>
internal sealed class CanonicalJson : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(64 * 1024);
    private readonly Utf8JsonWriter _writer;

    public CanonicalJson() => _writer = new Utf8JsonWriter(_buffer);

    /// <summary>Hash of the value together with the context it is read in.</summary>
    public string Hash(JsonElement value, string context)
    {
        _buffer.ResetWrittenCount();
        _writer.Reset();
        Write(value);
        _writer.Flush();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(_buffer.WrittenSpan);
        hash.AppendData(Encoding.UTF8.GetBytes(context));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public void Dispose() => _writer.Dispose();

    private void Write(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                _writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(m => m.Name, StringComparer.Ordinal))
                {
                    _writer.WritePropertyName(member.Name);
                    Write(member.Value);
                }
                _writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                _writer.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(item);
                _writer.WriteEndArray();
                break;
            default:
                value.WriteTo(_writer);
                break;
        }
    }
}
