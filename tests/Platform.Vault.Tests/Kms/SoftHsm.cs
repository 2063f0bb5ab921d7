using System.Diagnostics;
using System.Runtime.InteropServices;
using Platform.Vault.Tests;

[assembly: AssemblyFixture(typeof(SoftHsm))]

namespace Platform.Vault.Tests;

/// <summary>Tokens in software, in a folder of this process, made when the first test asks for one.</summary>
public sealed class SoftHsm : IDisposable
{
    public const string Library = "/usr/lib/softhsm/libsofthsm2.so";
    public const string GcmToken = "gcm";
    public const string KeyWrapToken = "key-wrap";
    public const string SingleToken = "single";
    public const string PinToken = "pin";
    public const string SessionToken = "session";
    public const string AnswersToken = "answers";

    private const string Pin = "1234";

    private readonly Lazy<DirectoryInfo> _directory = new(Create);

    public string PinFile => Path.Combine(_directory.Value.FullName, "pin");

    internal Pkcs11Options Options(string token)
    {
        Require();
        return new Pkcs11Options { Library = Library, TokenLabel = token, PinFile = PinFile, KeyLabel = $"key-{Guid.CreateVersion7():N}" };
    }

    /// <summary>What happens to the sessions when a token is pulled.</summary>
    internal static void Disconnect(string token)
    {
        var slot = Pkcs11Token.Find(Pkcs11Library.Open(Library), token).Slot;
        CloseAllSessions(slot).ShouldBe((nuint)0);
    }

    public static void WriteSecret(string path, string content)
    {
        File.WriteAllText(path, content);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    public void Dispose()
    {
        if (_directory.IsValueCreated) _directory.Value.Delete(recursive: true);
    }

    private static void Require()
    {
        if (File.Exists(Library)) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{Library} is missing: install softhsm2.");
        Assert.Skip($"NOT TESTED: {Library} is missing, install softhsm2.");
    }

    private static DirectoryInfo Create()
    {
        var directory = Directory.CreateTempSubdirectory("vault-softhsm");
        var tokens = directory.CreateSubdirectory("tokens");
        var configuration = Path.Combine(directory.FullName, "softhsm2.conf");
        File.WriteAllText(configuration, $"directories.tokendir = {tokens.FullName}\nlog.level = ERROR\n");
        WriteSecret(Path.Combine(directory.FullName, "pin"), Pin + "\n");
        // The library asks the process's native environment, which the runtime's own copy does not reach.
        SetNativeVariable("SOFTHSM2_CONF", configuration, 1).ShouldBe(0);
        // SoftHSM fails now and then when two sessions create keys on one token at the same time: a token for each class of tests.
        string[] labels = [GcmToken, KeyWrapToken, SingleToken, PinToken, SessionToken, AnswersToken];
        foreach (var label in labels) MakeToken(configuration, label);
        return directory;
    }

    private static void MakeToken(string configuration, string label)
    {
        string[] arguments = ["--init-token", "--free", "--label", label, "--pin", Pin, "--so-pin", Pin];
        var start = new ProcessStartInfo("softhsm2-util", arguments) { RedirectStandardOutput = true };
        start.Environment["SOFTHSM2_CONF"] = configuration;
        using var process = Process.Start(start)!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }

    [DllImport("libc", EntryPoint = "setenv", CharSet = CharSet.Ansi)]
    private static extern int SetNativeVariable(string name, string value, int overwrite);

    [DllImport(Library, EntryPoint = "C_CloseAllSessions")]
    private static extern nuint CloseAllSessions(nuint slot);
}
