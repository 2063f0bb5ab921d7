namespace Platform.Vault.Tests;

public abstract class Pkcs11Contract_Tests(SoftHsm softHsm, bool keyWrapOnly) : KeyManagementService_Tests
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("vault-pkcs11-kms");
    private Pkcs11Options _options = null!;

    private string AbsentLibrary => Path.Combine(_directory.FullName, "library.so");

    public override ValueTask InitializeAsync()
    {
        _options = softHsm.Options(keyWrapOnly ? SoftHsm.KeyWrapToken : SoftHsm.GcmToken);
        _options.KeyWrapOnly = keyWrapOnly;
        Kms = new Pkcs11KeyManagementService(_options);
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        (Kms as IDisposable)?.Dispose();
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override Task RotateAsync() => ((Pkcs11KeyManagementService)Kms).CreateKeyAsync();

    protected override Task DestroyAsync(string keyId) => ((Pkcs11KeyManagementService)Kms).DestroyKeyAsync(keyId);

    protected override Task StopAsync()
    {
        ((Pkcs11KeyManagementService)Kms).Dispose();
        _options.Library = AbsentLibrary;
        Kms = new Pkcs11KeyManagementService(_options);
        return Task.CompletedTask;
    }

    protected override Task StartAsync()
    {
        File.CreateSymbolicLink(AbsentLibrary, SoftHsm.Library);
        return Task.CompletedTask;
    }
}
