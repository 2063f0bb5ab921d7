using System.Security.Cryptography;
using System.Text;
using Platform.Kernel;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

/// <summary>What every container of blobs promises (IBlobContainer), whatever it keeps them in.</summary>
public abstract class BlobContainerContract
{
    private readonly CurrentTenant _tenant = new();

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected ICurrentTenant Tenant => _tenant;

    /// <summary>Empty.</summary>
    private protected abstract Task<IBlobContainer> OpenAsync();

    [Fact]
    public async Task Save_Twice_KeepsTheFirst()
    {
        var blobs = await OpenAsync();
        await SaveAsync(blobs, "a/b.txt", "one");
        var written = false;
        (await Should.ThrowAsync<BusinessException>(() => blobs.SaveAsync("a/b.txt", _ => Task.FromResult(written = true), Cancelled))).Code.ShouldBe("Platform:BlobExists");
        written.ShouldBeTrue("who writes learns what was there by comparing");
        (await ReadAsync(blobs, "a/b.txt")).ShouldBe("one");
    }

    [Fact]
    public async Task Save_Interrupted_LeavesNothing()
    {
        var blobs = await OpenAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => blobs.SaveAsync("x", async stream =>
        {
            await stream.WriteAsync(new byte[10]);
            throw new InvalidOperationException("cut");
        }, Cancelled));
        await MissingAsync(blobs, "x");
        (await ListAsync(blobs, "")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Save_UntilItEnds_HasNoNameAndCanBeReadBack()
    {
        var blobs = await OpenAsync();
        await blobs.SaveAsync("x", async stream =>
        {
            await stream.WriteAsync("0123456789"u8.ToArray());
            await MissingAsync(blobs, "x");
            stream.Position = 4;
            var back = new byte[3];
            await stream.ReadExactlyAsync(back);
            back.ShouldBe("456"u8.ToArray());
            stream.Position = 0;
            await stream.WriteAsync("A"u8.ToArray());
        }, Cancelled);
        (await ReadAsync(blobs, "x")).ShouldBe("A123456789");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(36 * 1024 * 1024 + 5)]
    public async Task Open_Sought_ReadsWhatIsThere(int length)
    {
        var (blobs, content) = (await OpenAsync(), RandomNumberGenerator.GetBytes(length));
        await blobs.SaveAsync("a/x", stream => stream.WriteAsync(content).AsTask(), Cancelled);
        await using var found = await blobs.OpenReadAsync("a/x", Cancelled);
        (found.CanSeek, found.Length).ShouldBe((true, length));
        (await SHA256.HashDataAsync(found, Cancelled)).ShouldBe(SHA256.HashData(content));
        foreach (var (at, count) in new[] { (length - 7, 7), (0, 10), (20, 100), (200_000, 3), (100_000, 50_000), (17 * 1024 * 1024, 5) }.Where(p => p.Item1 >= 0 && p.Item1 + p.Item2 <= length))
        {
            found.Seek(at, SeekOrigin.Begin);
            var (later, now) = (new byte[count], new byte[count]);
            await found.ReadExactlyAsync(later, Cancelled);
            found.Seek(-count, SeekOrigin.Current);
            found.ReadExactly(now);
            later.AsSpan().SequenceEqual(content.AsSpan(at, count)).ShouldBeTrue($"{count} bytes at {at}");
            now.AsSpan().SequenceEqual(later).ShouldBeTrue();
        }

        found.Seek(0, SeekOrigin.End);
        (await found.ReadAsync(new byte[1], Cancelled)).ShouldBe(0);
        found.Position = length + 10;
        (await found.ReadAsync(new byte[1], Cancelled)).ShouldBe(0);
    }

    [Fact]
    public async Task Delete_WhatThereIsNot_DoesNothing()
    {
        var blobs = await OpenAsync();
        await blobs.DeleteAsync("none/at/all", Cancelled);
        await SaveAsync(blobs, "a/b", "one");
        await blobs.DeleteAsync("a/c", Cancelled);
        await blobs.DeleteAsync("a/b", Cancelled);
        await blobs.DeleteAsync("a/b", Cancelled);
        (await ListAsync(blobs, "a")).ShouldBeEmpty();
        await SaveAsync(blobs, "a/b", "two");
        (await ReadAsync(blobs, "a/b")).ShouldBe("two");
    }

    [Fact]
    [Trait("Req", "TEN-07")]
    public async Task List_AFolder_NamesWhatTheCompanyHasBelowIt()
    {
        var blobs = await OpenAsync();
        foreach (var name in new[] { "a/b/1", "a/2", "ab/3" })
            await SaveAsync(blobs, name, name);
        (await ListAsync(blobs, "a")).ShouldBe(["a/2", "a/b/1"], ignoreOrder: true);
        (await ListAsync(blobs, "")).ShouldBe(["a/2", "a/b/1", "ab/3"], ignoreOrder: true);
        (await ListAsync(blobs, "none")).ShouldBeEmpty();
        await Should.ThrowAsync<BusinessException>(() => ListAsync(blobs, "../a"));
        IAsyncEnumerable<string> names;
        using (_tenant.Change(Guid.CreateVersion7()))
        {
            (await ListAsync(blobs, "a")).ShouldBeEmpty();
            names = blobs.ListAsync("a", Cancelled);
        }

        (await names.ToListAsync(Cancelled)).ShouldBeEmpty("the company of the call");
    }

    [Fact]
    public async Task List_OfMoreThanAPage_NamesAll()
    {
        var blobs = await OpenAsync();
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_005), Cancelled, async (i, _) => await SaveAsync(blobs, $"many/{i}", "x"));
        (await ListAsync(blobs, "many")).Distinct().Count().ShouldBe(1_005);
    }

    [Fact]
    [Trait("Req", "TEN-07")]
    public async Task Open_OfAnotherCompany_IsNotFound()
    {
        var blobs = await OpenAsync();
        using (_tenant.Change(Guid.CreateVersion7()))
            await SaveAsync(blobs, "x", "secret");
        using (_tenant.Change(Guid.CreateVersion7()))
        {
            await MissingAsync(blobs, "x");
            await blobs.DeleteAsync("x", Cancelled);
            await SaveAsync(blobs, "x", "mine");
        }
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../b")]
    [InlineData(".hidden")]
    [InlineData("a//b")]
    [InlineData("a\nb")]
    [InlineData("a/b/c/d/e/f/g")]
    [InlineData("")]
    public async Task Save_NameThatLeavesTheFolder_IsRefused(string name)
    {
        var blobs = await OpenAsync();
        foreach (var act in new Func<Task>[] { () => SaveAsync(blobs, name, "x"), () => blobs.OpenReadAsync(name, Cancelled), () => blobs.DeleteAsync(name, Cancelled) })
            (await Should.ThrowAsync<BusinessException>(act)).Code.ShouldBe("Platform:BlobName");
    }

    private static Task MissingAsync(IBlobContainer blobs, string name) => Should.ThrowAsync<EntityNotFoundException>(() => blobs.OpenReadAsync(name, Cancelled));

    private protected static Task SaveAsync(IBlobContainer blobs, string name, string text) =>
        blobs.SaveAsync(name, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(text)), Cancelled);

    private static async Task<List<string>> ListAsync(IBlobContainer blobs, string folder) => await blobs.ListAsync(folder, Cancelled).ToListAsync(Cancelled);

    private static async Task<string> ReadAsync(IBlobContainer blobs, string name)
    {
        using var reader = new StreamReader(await blobs.OpenReadAsync(name, Cancelled));
        return await reader.ReadToEndAsync(Cancelled);
    }
}
