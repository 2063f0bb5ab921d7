using System.Security.Cryptography;
using System.Text;

namespace Platform.Vault.Tests;

/// <summary>A key of the fake service; its ciphertexts begin with the id of the key, as the real ones do in their way.</summary>
internal sealed class FakeAwsKey
{
    private const int IdLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;

    private readonly byte[] _id;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    public FakeAwsKey()
    {
        var id = Guid.CreateVersion7();
        _id = id.ToByteArray();
        Arn = $"arn:aws:kms:eu-west-3:111122223333:key/{id}";
    }

    public string Arn { get; }

    public string State { get; set; } = "Enabled";

    public string Encrypt(byte[] plaintext, string context)
    {
        ThrowIfNotUsable();
        var nonce = RandomNumberGenerator.GetBytes(NonceLength);
        var ciphertext = new byte[plaintext.Length];
        var tag = new byte[TagLength];
        using var aes = new AesGcm(_key, TagLength);
        aes.Encrypt(nonce, plaintext, ciphertext, tag, Encoding.UTF8.GetBytes(context));
        return Convert.ToBase64String([.. _id, .. nonce, .. ciphertext, .. tag]);
    }

    public string Decrypt(byte[] blob, string context)
    {
        ThrowIfNotUsable();
        if (blob.Length <= IdLength + NonceLength + TagLength) throw Invalid();
        if (!blob.AsSpan(0, IdLength).SequenceEqual(_id))
            throw new FakeAwsError("IncorrectKeyException", "The key ID does not identify the key of this ciphertext.");

        var plaintext = new byte[blob.Length - IdLength - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(_key, TagLength);
            aes.Decrypt(
                blob.AsSpan(IdLength, NonceLength), blob.AsSpan()[(IdLength + NonceLength)..^TagLength], blob.AsSpan()[^TagLength..],
                plaintext, Encoding.UTF8.GetBytes(context));
        }
        catch (AuthenticationTagMismatchException)
        {
            throw Invalid();
        }
        return Convert.ToBase64String(plaintext);
    }

    private static FakeAwsError Invalid() => new("InvalidCiphertextException", "");

    private void ThrowIfNotUsable()
    {
        if (State == "Disabled") throw new FakeAwsError("DisabledException", $"{Arn} is disabled.");
        if (State == "PendingDeletion") throw new FakeAwsError("KMSInvalidStateException", $"{Arn} is pending deletion.");
        if (State != "Enabled") throw new FakeAwsError("KMSInvalidStateException", $"{Arn} is unavailable.");
    }
}
