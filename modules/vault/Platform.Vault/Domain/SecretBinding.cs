using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Vault;

/// <summary>Who may have which secret used, for what. Always made of what a request knows, never of what a row says.</summary>
internal sealed record SecretBinding(Guid TenantId, Guid UserId, string Provider, string Account, string Purpose)
{
    private const int IdLength = 16;

    /// <summary>SHA-256 over all parts, each with its length before it, so that no two bindings write the same bytes.</summary>
    public byte[] Hash()
    {
        var parts = new ArrayBufferWriter<byte>(512);
        Append(parts, TenantId);
        Append(parts, UserId);
        Append(parts, Provider);
        Append(parts, Account);
        Append(parts, Purpose);
        return SHA256.HashData(parts.WrittenSpan);
    }

    private static void Append(ArrayBufferWriter<byte> parts, Guid id)
    {
        AppendLength(parts, IdLength);
        id.TryWriteBytes(parts.GetSpan(IdLength), bigEndian: true, out _);
        parts.Advance(IdLength);
    }

    private static void Append(ArrayBufferWriter<byte> parts, string text)
    {
        AppendLength(parts, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, parts);
    }

    private static void AppendLength(ArrayBufferWriter<byte> parts, int length)
    {
        BinaryPrimitives.WriteInt32BigEndian(parts.GetSpan(sizeof(int)), length);
        parts.Advance(sizeof(int));
    }
}
