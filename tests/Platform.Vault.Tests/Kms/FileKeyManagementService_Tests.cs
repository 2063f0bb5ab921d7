namespace Platform.Vault.Tests;

public sealed class FileKeyManagementService_Tests : KeyManagementService_Tests
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("vault-file-kms");

    private string KeyPath => Path.Combine(_directory.FullName, "keys", "vault.key");

    private string PreviousPath => KeyPath + ".previous";

    private string AbsentPath => KeyPath + ".absent";

    public override ValueTask InitializeAsync()
    {
        Kms = New();
        return ValueTask.CompletedTask;
    }

    public override ValueTask DisposeAsync()
    {
        ((FileKeyManagementService)Kms).Dispose();
        _directory.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task FirstCall_NoFile_CreatesOneForItsOwnerAlone()
    {
        await Kms.GetCurrentKeyIdAsync(Cancellation);

        new FileInfo(KeyPath).Length.ShouldBe(32);
        Directory.GetFiles(Path.GetDirectoryName(KeyPath)!).ShouldBe([KeyPath]);
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(KeyPath).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    [Trait("Req", "OPS-02")]
    public async Task FirstCall_ManyHostsAtOnce_AgreeOnOneKey()
    {
        for (var round = 0; round < 20; round++)
        {
            var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
            {
                using var host = New();
                return host.GetCurrentKeyIdAsync(Cancellation);
            })));

            ids.Distinct().Count().ShouldBe(1);
            File.Delete(KeyPath);
        }
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task KeyId_KnownKey_IsDerivedFromItsHash()
    {
        Write(KeyPath, [.. Enumerable.Range(0, 32).Select(value => (byte)value)]);

        (await Kms.GetCurrentKeyIdAsync(Cancellation)).ShouldBe("file:255a10d651cb3a01");
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task FirstCall_NoFileAndNoLeaveToCreate_IsUnavailableAndCreatesNothing()
    {
        using var kms = New();
        kms.MayCreate = false;

        await ShouldBeUnavailableAsync(() => kms.GetCurrentKeyIdAsync(Cancellation));

        File.Exists(KeyPath).ShouldBeFalse();
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [Trait("Req", "VLT-03")]
    public async Task FirstCall_FileAccessibleToOthers_IsUnavailableUntilItIsNot(UnixFileMode more)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Unix file modes.");
        Write(KeyPath, new byte[32]);
        SetMode(KeyPath, UnixFileMode.UserRead | more);

        var refusal = await Should.ThrowAsync<KmsUnavailableException>(async () => await Kms.GetCurrentKeyIdAsync(Cancellation));
        refusal.Message.ShouldContain(KeyPath);
        refusal.Message.ShouldContain("0600");

        SetMode(KeyPath, UnixFileMode.UserRead);
        await Kms.GetCurrentKeyIdAsync(Cancellation);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    [InlineData(4096)]
    [Trait("Req", "VLT-03")]
    public async Task FirstCall_FileOfAnotherLength_IsUnavailable(int length)
    {
        Write(KeyPath, new byte[length]);

        var refusal = await Should.ThrowAsync<KmsUnavailableException>(async () => await Kms.GetCurrentKeyIdAsync(Cancellation));

        refusal.Message.ShouldContain(KeyPath);
        new FileInfo(KeyPath).Length.ShouldBe(length);
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Unwrap_PreviousFileConfiguredButMissing_IsUnavailable()
    {
        var old = await WrapAsync();
        File.Delete(KeyPath);
        Kms = New(PreviousPath);

        await WrapAsync();

        await ShouldBeUnavailableAsync(() => UnwrapAsync(old));
    }

    [Fact]
    [Trait("Req", "VLT-03")]
    public async Task Credential_OfTheServiceManager_IsReadWhateverItsModeAndNeverCreated()
    {
        var credentials = _directory.CreateSubdirectory("credentials").FullName;
        using var kms = new FileKeyManagementService(new FileKmsOptions { Path = "credential:vault-key" });
        await ShouldBeUnavailableAsync(() => kms.GetCurrentKeyIdAsync(Cancellation));

        Environment.SetEnvironmentVariable("CREDENTIALS_DIRECTORY", credentials);
        try
        {
            await ShouldBeUnavailableAsync(() => kms.GetCurrentKeyIdAsync(Cancellation));
            Directory.GetFiles(credentials).ShouldBeEmpty();

            var file = Path.Combine(credentials, "vault-key");
            Write(file, new byte[32]);
            SetMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
            (await kms.GetCurrentKeyIdAsync(Cancellation)).ShouldStartWith("file:");
        }
        finally
        {
            Environment.SetEnvironmentVariable("CREDENTIALS_DIRECTORY", null);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("credential:")]
    [InlineData("credential:..")]
    [InlineData("credential:a/b")]
    [Trait("Req", "VLT-03")]
    public async Task FirstCall_PathThatIsNone_IsUnavailable(string path)
    {
        using var kms = new FileKeyManagementService(new FileKmsOptions { Path = path });

        await ShouldBeUnavailableAsync(() => kms.GetCurrentKeyIdAsync(Cancellation));
    }

    protected override IEnumerable<int> PositionsToAlter(int length) => Enumerable.Range(0, length);

    protected override Task RotateAsync()
    {
        File.Move(KeyPath, PreviousPath);
        Restart(New(PreviousPath));
        return Task.CompletedTask;
    }

    protected override Task DestroyAsync(string keyId)
    {
        File.Delete(PreviousPath);
        Restart(New());
        return Task.CompletedTask;
    }

    protected override Task StopAsync()
    {
        File.Move(KeyPath, AbsentPath);
        var kms = New();
        kms.MayCreate = false;
        Restart(kms);
        return Task.CompletedTask;
    }

    protected override Task StartAsync()
    {
        File.Move(AbsentPath, KeyPath);
        return Task.CompletedTask;
    }

    private static void Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        SetMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    private FileKeyManagementService New(string previousPath = "") =>
        new(new FileKmsOptions { Path = KeyPath, PreviousPath = previousPath });

    private void Restart(FileKeyManagementService kms)
    {
        ((FileKeyManagementService)Kms).Dispose();
        Kms = kms;
    }
}
