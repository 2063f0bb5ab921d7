using Microsoft.Extensions.Configuration;
using Platform.AspNetCore;
using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

[Trait("Req", "ACC-04")]
public sealed class FileBlobContainer_Tests : BlobContainerContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-blobs-").FullName;

    [Fact]
    public async Task Save_Interrupted_LeavesNoFile()
    {
        var blobs = await OpenAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => blobs.SaveAsync("x", _ => throw new InvalidOperationException("cut"), Cancelled));
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "OPS-02")]
    public async Task Save_ManyAtOnce_KeepsOneAndTellsTheOthers()
    {
        var blobs = await OpenAsync();
        for (var round = 0; round < 20; round++)
        {
            var name = $"race/{round}";
            var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => TrySaveAsync(blobs, name, $"writer {i}"))));
            (await File.ReadAllTextAsync(Directory.EnumerateFiles(_folder, $"{round}", SearchOption.AllDirectories).Single(), Cancelled))
                .ShouldBe(saved.Where(s => s is not null).ShouldHaveSingleItem());
        }

        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).Count().ShouldBe(20, "no draft is left");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private protected override Task<IBlobContainer> OpenAsync() =>
        Task.FromResult<IBlobContainer>(new FileBlobContainer(Tenant, new ConfigurationBuilder().AddInMemoryCollection([new("Blobs:Path", _folder)]).Build()));

    private static async Task<string?> TrySaveAsync(IBlobContainer blobs, string name, string text)
    {
        try
        {
            await SaveAsync(blobs, name, text);
            return text;
        }
        catch (BusinessException e) when (e.Code == "Platform:BlobExists")
        {
            return null;
        }
    }
}
