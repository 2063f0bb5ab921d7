using System.Diagnostics;

namespace Platform.Bench;

/// <summary>The same signature by openssl: CMS, detached, CAdES-B, RSA of 3072 bits; the whole process is timed.</summary>
internal static class OpenSsl
{
    public static double Sign(string file, string folder)
    {
        var (key, certificate) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "certificate.pem"));
        Run("req", "-x509", "-newkey", "rsa:3072", "-nodes", "-subj", "/CN=bench", "-keyout", key, "-out", certificate);
        var watch = Stopwatch.StartNew();
        Run("cms", "-sign", "-cades", "-binary", "-md", "sha256", "-in", file, "-signer", certificate, "-inkey", key, "-outform", "DER", "-out", Path.Combine(folder, "signature.p7s"));
        return watch.Elapsed.TotalSeconds;
    }

    private static void Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"openssl {arguments[0]}: {said}");
    }
}
