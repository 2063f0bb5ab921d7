using System.Buffers;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;

namespace Platform.Signing;

/// <summary>Content that is read once and never held.</summary>
internal sealed class HashedContent(Stream content) : CmsTypedData
{
    private const int Step = 81_920;

    public DerObjectIdentifier ContentType => PkcsObjectIdentifiers.Data;

    /// <summary>Of what was read; null before.</summary>
    public string? Sha256 { get; private set; }

    public void Write(Stream outStream)
    {
        if (Sha256 is not null)
            throw new InvalidOperationException("The content was read before.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(Step);
        try
        {
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                hash.AppendData(buffer, 0, read);
                outStream.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Reads what nobody asked for, if nobody did.</summary>
    public string Hash()
    {
        if (Sha256 is null)
            Write(Stream.Null);
        return Sha256!;
    }
}
