using System.Globalization;
using System.Runtime.InteropServices;

namespace Platform.Bench;

internal static class VaultReport
{
    public static string Page(CryptoTimes crypto, IEnumerable<UseTimes> uses, double openSsl, int length) => string.Create(CultureInfo.InvariantCulture, $"""
        # Benchmarks of the vault

        Written by `./bench/run.sh vault`; run it again rather than edit this page.

        A secret of {length:N0} bytes is opened again and again, its data key in memory: medians of rounds that go to and fro between the
        contenders in one process. The bound is 10 microseconds above AesGcm.

        | opening, data key in memory | microseconds | above AesGcm |
        |---|---|---|
        | `openssl speed -evp aes-256-gcm`, one key for all | {openSsl:0.00} | |
        | .NET `AesGcm`, a new object for the key | {crypto.Raw:0.00} | |
        | the vault's envelope: binding, key, pinned buffer, zeroes | {crypto.Vault:0.00} | {crypto.Vault - crypto.Raw:0.00} |

        A whole use checks the rules, writes the count and the audit row, commits, opens, hands out and zeroes: one read, one transaction.
        Beside it, the same two writes and the commit by hand, and the same as an act of any module, through the kernel and its audit.

        | database | by hand, ms | an audited act, ms | a whole use, ms | use to act |
        |---|---|---|---|---|
        {string.Join(Environment.NewLine, uses.Select(Row))}

        {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}.

        """);

    private static string Row(UseTimes use) =>
        string.Create(CultureInfo.InvariantCulture, $"| {use.Database} | {use.Transaction:0.000} | {use.Act:0.000} | {use.Use:0.000} | {use.Use / use.Act:0.00} |");
}
