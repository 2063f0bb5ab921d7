using System.Diagnostics;

namespace Platform.Signing.Tests;

/// <summary>The peer: openssl makes what is signed with, signs, and verifies.</summary>
internal sealed class OpenSsl : IDisposable
{
    public const string Password = "p12-pass";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("platform-openssl-");

    public OpenSsl()
    {
        Run("req -x509 -newkey rsa:2048 -nodes -days 30 -keyout ca.key -out ca.pem -subj /CN=Root -addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign");
    }

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    public void Write(string name, byte[] bytes) => File.WriteAllBytes(PathOf(name), bytes);

    public byte[] Read(string name) => File.ReadAllBytes(PathOf(name));

    /// <summary>A certificate of the root, NAME.pem with NAME.key, and both in NAME.p12.</summary>
    public byte[] Issue(string name, string key = "rsa:2048", string usage = "digitalSignature", int days = 20, string? extra = null)
    {
        var curve = key == "ec" ? "ec -pkeyopt ec_paramgen_curve:P-256" : key;
        Run($"req -newkey {curve} -nodes -keyout {name}.key -out {name}.csr -subj /C=FR/CN={name}");
        File.WriteAllText(PathOf($"{name}.ext"), $"basicConstraints=CA:FALSE\nkeyUsage=critical,{usage}\n{extra}\n");
        Run($"x509 -req -in {name}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days {days} -sha256 -out {name}.pem -extfile {name}.ext");
        Run($"pkcs12 -export -inkey {name}.key -in {name}.pem -certfile ca.pem -passout pass:{Password} -out {name}.p12");
        return Read($"{name}.p12");
    }

    /// <summary>Whether the detached signature holds, with its certificate named in it (CAdES).</summary>
    public bool Verifies(byte[] content, byte[] signature, string authority = "ca.pem")
    {
        Write("content", content);
        Write("signature.p7s", signature);
        return Try($"cms -verify -cades -binary -inform DER -in signature.p7s -content content -CAfile {authority} -purpose any -out verified") == 0;
    }

    public void Run(string arguments)
    {
        if (Try(arguments) is var code and not 0)
            throw new InvalidOperationException($"openssl {arguments}: {code}");
    }

    public int Try(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.Wait();
        return process.ExitCode;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
