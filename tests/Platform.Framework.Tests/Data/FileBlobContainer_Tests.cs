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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private protected override Task<IBlobContainer> OpenAsync() =>
        Task.FromResult<IBlobContainer>(new FileBlobContainer(Tenant, new ConfigurationBuilder().AddInMemoryCollection([new("Blobs:Path", _folder)]).Build()));
}
