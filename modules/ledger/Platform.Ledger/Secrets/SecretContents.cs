using System.Runtime.InteropServices;
using Platform.Kernel;
using Platform.Vault;

namespace Platform.Ledger;

/// <summary>Secrets as they come in: straight into pinned memory.</summary>
internal static class SecretContents
{
    private const int Most = 64 * 1024;

    /// <summary>An answer's body.</summary>
    /// <exception cref="BusinessException">Ledger:AnswerInvalid: longer than any answer with tokens is.</exception>
    public static async Task<SecretBuffer> ReadSecretAsync(this HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var all = new SecretBuffer(Most);
        var length = await stream.ReadAtLeastAsync(MemoryMarshal.AsMemory(all.Memory), Most, throwOnEndOfStream: false, cancellationToken);
        return length < Most ? SecretBuffer.Take(all.Span[..length]) : throw new BusinessException(LedgerErrorCodes.AnswerInvalid);
    }

    /// <summary>A file's content without the line end.</summary>
    /// <exception cref="BusinessException">Ledger:NotConfigured: it cannot be read.</exception>
    public static SecretBuffer ReadFile(string path)
    {
        try
        {
            using var file = File.OpenHandle(path);
            using var all = new SecretBuffer(checked((int)RandomAccess.GetLength(file)));
            var length = RandomAccess.Read(file, all.Span, 0);
            return SecretBuffer.Take(all.Span[..all.Span[..length].TrimEnd("\r\n"u8).Length]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BusinessException(LedgerErrorCodes.NotConfigured, e);
        }
    }
}
