using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;

namespace Platform.Signing;

/// <summary>Signs with a key of the platform's own cryptography, which clears it after use.</summary>
internal sealed class KeySignatureFactory(AsymmetricAlgorithm key) : ISignatureFactory
{
    public object AlgorithmDetails => key is RSA
        ? new AlgorithmIdentifier(PkcsObjectIdentifiers.Sha256WithRsaEncryption, DerNull.Instance)
        : new AlgorithmIdentifier(X9ObjectIdentifiers.ECDsaWithSha256);

    public static AsymmetricAlgorithm Import(ReadOnlySpan<byte> pkcs8, string keyAlgorithm)
    {
        AsymmetricAlgorithm key = keyAlgorithm == PkcsObjectIdentifiers.RsaEncryption.Id ? RSA.Create() : ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        return key;
    }

    public IStreamCalculator<IBlockResult> CreateCalculator() => new Calculator(key);

    private sealed class Calculator(AsymmetricAlgorithm key) : IStreamCalculator<IBlockResult>
    {
        private readonly MemoryStream _attributes = new();

        public Stream Stream => _attributes;

        public IBlockResult GetResult() => new Result(key is RSA rsa
            ? rsa.SignData(_attributes.ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : ((ECDsa)key).SignData(_attributes.ToArray(), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    private sealed class Result(byte[] signature) : IBlockResult
    {
        public byte[] Collect() => signature;

        public int Collect(byte[] buf, int off) => Collect(buf.AsSpan(off));

        public int Collect(Span<byte> output)
        {
            signature.CopyTo(output);
            return signature.Length;
        }

        public int GetMaxResultLength() => signature.Length;
    }
}
