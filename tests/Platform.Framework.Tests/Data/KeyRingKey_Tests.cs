using Platform.AspNetCore;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "VLT-01")]
public sealed class KeyRingKey_Tests
{
    [Fact]
    public void Value_FileOthersMayRead_IsRefusedByName()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("modes of files are Unix's");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("platform-keyring-");
        var file = Path.Combine(folder.FullName, "keyring.key");
        var made = new KeyRingKey(file).Value;
        new KeyRingKey(file).Value.ShouldBe(made, "made once, and for its owner alone");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        Should.Throw<InvalidOperationException>(() => new KeyRingKey(file).Value).Message.ShouldContain(file);
        folder.Delete(recursive: true);
    }

    [Fact]
    [Trait("Req", "OPS-02")]
    public async Task Value_ManyHostsAtOnce_IsOne()
    {
        var folder = Directory.CreateTempSubdirectory("platform-keyring-");
        for (var round = 0; round < 20; round++)
        {
            var file = Path.Combine(folder.FullName, $"{round}", "keyring.key");
            var keys = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Convert.ToHexString(new KeyRingKey(file).Value))));
            keys.Distinct().ShouldHaveSingleItem();
        }

        folder.Delete(recursive: true);
    }
}
