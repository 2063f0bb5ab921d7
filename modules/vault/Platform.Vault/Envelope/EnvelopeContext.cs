using System.Buffers.Binary;

namespace Platform.Vault;

/// <summary>
/// Authenticated data of both layers: label, binding, secret and versions. The binding is hashed, so that everything has one length
/// and no two contexts write the same bytes.
/// </summary>
internal static class EnvelopeContext
{
    public static byte[] Secret(ReadOnlySpan<byte> bindingHash, Guid secretId, int dataKeyVersion) =>
        Write("platform-vault/1/secret  "u8, bindingHash, secretId, dataKeyVersion, 0);

    public static byte[] DataKey(ReadOnlySpan<byte> bindingHash, Guid secretId, int dataKeyVersion, int masterKeyVersion) =>
        Write("platform-vault/1/data-key"u8, bindingHash, secretId, dataKeyVersion, masterKeyVersion);

    public static byte[] MasterKey(int version)
    {
        var label = "platform-vault/1/master-key"u8;
        var bytes = new byte[label.Length + 4];
        label.CopyTo(bytes);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(label.Length), version);
        return bytes;
    }

    private static byte[] Write(ReadOnlySpan<byte> label, ReadOnlySpan<byte> bindingHash, Guid secretId, int dataKeyVersion, int masterKeyVersion)
    {
        var bytes = new byte[label.Length + SealedSecret.HashLength + 16 + 8];
        label.CopyTo(bytes);
        var rest = bytes.AsSpan(label.Length);
        bindingHash.CopyTo(rest[..SealedSecret.HashLength]);
        rest = rest[SealedSecret.HashLength..];
        secretId.TryWriteBytes(rest, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(rest[16..], dataKeyVersion);
        BinaryPrimitives.WriteInt32BigEndian(rest[20..], masterKeyVersion);
        return bytes;
    }
}
