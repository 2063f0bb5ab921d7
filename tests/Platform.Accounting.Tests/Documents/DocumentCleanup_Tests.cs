using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>What nobody waits for any more is removed, and nothing else.</summary>
[Trait("Req", "ACC-04")]
public sealed class DocumentCleanup_Tests
{
    private readonly TestClock _clock = new(InboxHosts.Start);

    [Theory, Databases]
    public async Task Run_OnAnAbandonedUpload_RemovesItAfterADay(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock);
        var company = new InboxCompany(host);
        var upload = await company.BeginAsync(DocumentLimits.ChunkBytes + 1);
        _clock.Advance(TimeSpan.FromHours(23));
        await company.WriteAsync(upload.Id, 0, new MemoryStream(new byte[DocumentLimits.ChunkBytes]));
        _clock.Advance(TimeSpan.FromHours(23));
        await CleanAsync(company);
        (await company.UploadsAsync(s => s.GetAsync(upload.Id))).Received.ShouldBe(DocumentLimits.ChunkBytes);
        (await company.BlobsAsync("uploads")).Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromHours(1));
        await CleanAsync(company);
        await Refusals.MissingAsync(() => company.UploadsAsync(s => s.GetAsync(upload.Id)));
        (await company.BlobsAsync("uploads")).ShouldBeEmpty();
    }

    [Theory, Databases]
    public async Task Run_OnOrphans_RemovesThemAlone(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock);
        var company = new InboxCompany(host);
        var upload = await company.BeginAsync(DocumentLimits.ChunkBytes + 1);
        await company.WriteAsync(upload.Id, 0, new MemoryStream(new byte[DocumentLimits.ChunkBytes]));
        foreach (var name in new[] { $"uploads/{Guid.CreateVersion7():N}/0", "uploads/nonsense/0" })
            await company.RunAsync<IBlobContainer>(b => b.SaveAsync(name, s => s.WriteAsync(new byte[3]).AsTask()));
        await CleanAsync(company);
        (await company.BlobsAsync("uploads")).ShouldBe([$"uploads/{upload.Id:N}/0"]);
    }

    [Theory, Databases]
    public async Task Run_OnTheTrash_RemovesItAfterThirtyDays(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock);
        var company = new InboxCompany(host);
        var document = await company.AddAsync();
        await company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([document.Id])));
        _clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await CleanAsync(company);
        (await company.DocumentsAsync(s => s.GetAsync(document.Id))).TrashedAt.ShouldNotBeNull();
        _clock.Advance(TimeSpan.FromSeconds(1));
        (await Refusals.RefusedAsync(() => company.DocumentsAsync(s => s.RestoreAsync(new DocumentsInput([document.Id]))))).ShouldBe(AccountingErrorCodes.TrashOver);
        await CleanAsync(company);
        await Refusals.MissingAsync(() => company.DocumentsAsync(s => s.GetAsync(document.Id)));
        (await company.BlobsAsync("documents")).ShouldBeEmpty();
        (await company.TrailAsync("Deleted")).ShouldHaveSingleItem().EntityId.ShouldBe($"{document.Id}");
    }

    [Theory, Databases]
    public async Task Run_OnTheTrash_KeepsContentThatAnotherDocumentHas(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock);
        var company = new InboxCompany(host);
        byte[] content = [1, 2, 3];
        var (first, second) = ((await company.UploadAsync(content)).Document, (await company.UploadAsync(content, keepDuplicate: true)).Document);
        await company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([first.Id])));
        _clock.Advance(TimeSpan.FromDays(30));
        await CleanAsync(company);
        (await company.ListAsync(new GetDocumentsInput(Trashed: true))).ShouldBeEmpty();
        (await company.ReadAsync(second.Id)).ShouldBe(content);
    }

    [Theory, Databases]
    public async Task Upload_WhatWasRemoved_KeepsItAnew(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock);
        var company = new InboxCompany(host);
        byte[] content = [1, 2, 3];
        var removed = (await company.UploadAsync(content)).Document.Id;
        await company.DocumentsAsync(s => s.TrashAsync(new DocumentsInput([removed])));
        _clock.Advance(TimeSpan.FromDays(30));
        await CleanAsync(company);
        var again = await company.UploadAsync(content);
        again.IsDuplicate.ShouldBeFalse();
        (await company.ReadAsync(again.Document.Id)).ShouldBe(content);
    }

    [Theory, Databases]
    public async Task Complete_AfterTheEnd_LeavesNoChunks(TestDatabase database)
    {
        await using var host = await InboxHosts.StartAsync(database, _clock);
        var company = new InboxCompany(host);
        await company.AddAsync();
        _clock.Advance(DocumentUpload.Lasts);
        await CleanAsync(company);
        (await company.BlobsAsync("uploads")).ShouldBeEmpty();
        (await company.RunAsync<AccountingDbContext, int>(db => db.DocumentUploads.CountAsync())).ShouldBe(0);
        (await company.ListAsync()).Count.ShouldBe(1);
    }

    private static Task CleanAsync(InboxCompany company) => company.RunAsync<DocumentCleanup>(c => c.RunAsync(TestContext.Current.CancellationToken));
}
