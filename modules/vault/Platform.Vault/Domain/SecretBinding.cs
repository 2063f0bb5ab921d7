using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Platform.Vault;

/// <summary>Who may have which secret used, for what. Always made of what a request knows, never of what a row says.</summary>
internal sealed record SecretBinding(Guid TenantId, Guid UserId, string Provider, string Account, string Purpose)
{
    /// <summary>SHA-256 over all parts, each with its length before it, so that no two bindings write the same bytes.</summary>
    public byte[] Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, TenantId.ToByteArray(bigEndian: true));
        Append(hash, UserId.ToByteArray(bigEndian: true));
        Append(hash, Encoding.UTF8.GetBytes(Provider));
        Append(hash, Encoding.UTF8.GetBytes(Account));
        Append(hash, Encoding.UTF8.GetBytes(Purpose));
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
