using System.Diagnostics;
using System.Security.Cryptography;
using Platform.Vault;

namespace Platform.Bench;

/// <summary>Opening one secret with its data key in memory, beside the library the vault stands on.</summary>
/// <param name="Raw">Microseconds for AesGcm alone: a new object for the key, the content into an array that is used again.</param>
/// <param name="Vault">Microseconds for the vault's envelope: binding made anew, key found, opened into a pinned buffer, buffer zeroed.</param>
internal sealed record CryptoTimes(double Raw, double Vault)
{
    private const int Operations = 100_000;
    private const int Rounds = 7;
    private const int TagLength = 16;

    /// <summary>Rounds go to and fro between the two, so that a busy moment falls on both; medians count.</summary>
    public static async Task<CryptoTimes> MeasureAsync(Envelope envelope, SealedSecret secret, SecretBinding binding, int length)
    {
        var raw = RawCase(length);
        var (raws, vaults) = (new List<double>(), new List<double>());
        for (var round = -1; round < Rounds; round++)
        {
            var first = Microseconds(raw);
            var second = await MicrosecondsAsync(envelope, secret, binding);
            // The first round only warms up.
            if (round < 0)
                continue;
            raws.Add(first);
            vaults.Add(second);
        }

        return new CryptoTimes(Median(raws), Median(vaults));
    }

    private static Action RawCase(int length)
    {
        var (key, nonce, tag) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(12), new byte[TagLength]);
        var (context, plain, cipher) = (RandomNumberGenerator.GetBytes(80), RandomNumberGenerator.GetBytes(length), new byte[length]);
        using (var sealing = new AesGcm(key, TagLength))
            sealing.Encrypt(nonce, plain, cipher, tag, context);
        return () =>
        {
            using var aes = new AesGcm(key, TagLength);
            aes.Decrypt(nonce, cipher, tag, plain, context);
        };
    }

    private static double Microseconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Operations; i++)
            work();
        return watch.Elapsed.TotalMicroseconds / Operations;
    }

    private static async Task<double> MicrosecondsAsync(Envelope envelope, SealedSecret secret, SecretBinding binding)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < Operations; i++)
            (await envelope.OpenAsync(secret, binding, CancellationToken.None)).Dispose();
        return watch.Elapsed.TotalMicroseconds / Operations;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
