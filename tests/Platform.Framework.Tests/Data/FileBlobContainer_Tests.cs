using Microsoft.Extensions.Configuration;
using Platform.AspNetCore;
using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

public sealed class FileBlobContainer_Tests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("platform-blobs-").FullName;
    private readonly CurrentTenant _tenant = new();
    private readonly FileBlobContainer _blobs;

    public FileBlobContainer_Tests() => _blobs = new FileBlobContainer(
        _tenant, new ConfigurationBuilder().AddInMemoryCollection([new("Blobs:Path", _folder)]).Build());

    [Fact]
    public async Task Save_Twice_KeepsTheFirst()
    {
        await SaveAsync("a/b.txt", "one");
        (await Should.ThrowAsync<BusinessException>(() => SaveAsync("a/b.txt", "two"))).Code.ShouldBe("Platform:BlobExists");
        (await ReadAsync("a/b.txt")).ShouldBe("one");
    }

    [Fact]
    public async Task Save_Interrupted_LeavesNothing()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => _blobs.SaveAsync("x", async stream =>
        {
            await stream.WriteAsync(new byte[10]);
            throw new InvalidOperationException("cut");
        }, TestContext.Current.CancellationToken));
        Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Delete_WhatThereIsNot_DoesNothing()
    {
        await _blobs.DeleteAsync("none/at/all", TestContext.Current.CancellationToken);
        await SaveAsync("a/b", "one");
        await _blobs.DeleteAsync("a/c", TestContext.Current.CancellationToken);
        await _blobs.DeleteAsync("a/b", TestContext.Current.CancellationToken);
        await _blobs.DeleteAsync("a/b", TestContext.Current.CancellationToken);
        (await ListAsync("a")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "TEN-07")]
    public async Task List_AFolder_NamesWhatTheCompanyHasBelowIt()
    {
        foreach (var name in new[] { "a/b/1", "a/2", "ab/3" })
            await SaveAsync(name, name);
        (await ListAsync("a")).ShouldBe(["a/2", "a/b/1"], ignoreOrder: true);
        (await ListAsync("none")).ShouldBeEmpty();
        await Should.ThrowAsync<BusinessException>(() => ListAsync("../a"));
        using (_tenant.Change(Guid.CreateVersion7()))
            (await ListAsync("a")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Req", "TEN-07")]
    public async Task Open_OfAnotherCompany_IsNotFound()
    {
        using (_tenant.Change(Guid.CreateVersion7()))
        {
            await SaveAsync("x", "secret");
        }

        using (_tenant.Change(Guid.CreateVersion7()))
        {
            await Should.ThrowAsync<EntityNotFoundException>(() => _blobs.OpenReadAsync("x", TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../b")]
    [InlineData(".hidden")]
    [InlineData("a//b")]
    [InlineData("a\nb")]
    [InlineData("")]
    public async Task Save_NameThatLeavesTheFolder_IsRefused(string name) =>
        (await Should.ThrowAsync<BusinessException>(() => SaveAsync(name, "x"))).Code.ShouldBe("Platform:BlobName");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task SaveAsync(string name, string text) =>
        _blobs.SaveAsync(name, async stream => await stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text)), TestContext.Current.CancellationToken);

    private async Task<List<string>> ListAsync(string folder) => await _blobs.ListAsync(folder, TestContext.Current.CancellationToken).ToListAsync();

    private async Task<string> ReadAsync(string name)
    {
        using var reader = new StreamReader(await _blobs.OpenReadAsync(name, TestContext.Current.CancellationToken));
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
