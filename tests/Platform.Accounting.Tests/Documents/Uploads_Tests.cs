using System.IO.Hashing;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>Uploads in chunks: whole or not at all, whatever breaks off.</summary>
[Trait("Req", "ACC-04")]
public sealed class Uploads_Tests(InboxHosts hosts)
{
    private const int Chunk = DocumentLimits.ChunkBytes;

    private static readonly byte[] Large = Content((2 * Chunk) + 12_345);

    [Theory, Databases]
    public async Task Upload_InterruptedAndResumed_IsTheSameFile(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var upload = await company.BeginAsync(Large.Length, @"C:\scans\November.pdf", DocumentType.PurchaseInvoice);
        await company.WriteAsync(upload.Id, 0, new MemoryStream(Large, 0, Chunk));
        await Should.ThrowAsync<IOException>(() => company.WriteAsync(upload.Id, Chunk, new BreakingStream(Large.AsMemory(Chunk, Chunk / 2))));
        var state = await company.UploadsAsync(s => s.GetAsync(upload.Id, TestContext.Current.CancellationToken));
        state.Received.ShouldBe(Chunk);
        await company.SendAsync(state, Large);
        var document = (await company.CompleteAsync(upload.Id)).Document;
        document.ShouldSatisfyAllConditions(
            d => d.Name.ShouldBe("November.pdf"), d => d.Type.ShouldBe(DocumentType.PurchaseInvoice), d => d.State.ShouldBe(DocumentState.New),
            d => d.MediaType.ShouldBe("application/pdf"), d => d.Size.ShouldBe(Large.Length), d => d.ScannedAt.ShouldBeNull(),
            d => d.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Large))), d => d.UploadedByName.ShouldBe("Paula Preparer"));
        (await company.RunAsync<AccountingDbContext, Document>(db => db.Documents.SingleAsync(TestContext.Current.CancellationToken))).Crc32.ShouldBe(Crc32.HashToUInt32(Large));
        (await company.ReadAsync(document.Id)).ShouldBe(Large);
    }

    [Theory, Databases]
    public async Task Write_AgainWhatWasReceived_AnswersTheState(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var upload = await company.BeginAsync(Large.Length);
        var first = await company.WriteAsync(upload.Id, 0, new MemoryStream(Large, 0, Chunk));
        (await company.WriteAsync(upload.Id, 0, new MemoryStream(Large, 0, Chunk))).ShouldBe(first);
        (await company.BlobsAsync("uploads")).ShouldBe([$"uploads/{upload.Id:N}/0"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-Chunk)]
    [InlineData(2 * Chunk)]
    public async Task Write_ElsewhereThanAtTheEnd_IsRefused(long offset)
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var upload = await company.BeginAsync(Large.Length);
        await company.WriteAsync(upload.Id, 0, new MemoryStream(Large, 0, Chunk));
        (await Refusals.RefusedAsync(() => company.WriteAsync(upload.Id, offset, new MemoryStream(Large, 0, Chunk)))).ShouldBe(AccountingErrorCodes.UploadOffset);
    }

    [Theory]
    [InlineData(Chunk - 1)]
    [InlineData(Chunk + 1)]
    [InlineData(0)]
    public async Task Write_OfAnotherLength_IsRefusedAndKeepsNothing(int length)
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var upload = await company.BeginAsync(Large.Length);
        (await Refusals.RefusedAsync(() => company.WriteAsync(upload.Id, 0, new MemoryStream(Large, 0, length)))).ShouldBe(AccountingErrorCodes.UploadChunkSize);
        (await company.UploadsAsync(s => s.GetAsync(upload.Id, TestContext.Current.CancellationToken))).Received.ShouldBe(0);
        (await company.BlobsAsync("uploads")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Write_AChunkLeftBehindByAHostThatDied_IsTakenWhereItIsTheSame(bool changed)
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var upload = await company.BeginAsync(Large.Length);
        await company.RunAsync<IBlobContainer>(b => b.SaveAsync($"uploads/{upload.Id:N}/0", s => s.WriteAsync(Large, 0, Chunk)));
        var write = () => company.WriteAsync(upload.Id, 0, new MemoryStream(Large, changed ? 1 : 0, Chunk));
        if (changed)
            (await Refusals.RefusedAsync(write)).ShouldBe(AccountingErrorCodes.UploadChanged);
        else
            (await write()).Received.ShouldBe(Chunk);
    }

    [Theory]
    [InlineData("a.pdf", 0, AccountingErrorCodes.UploadEmpty)]
    [InlineData("a.pdf", DocumentLimits.MaxBytes + 1, AccountingErrorCodes.UploadTooLarge)]
    [InlineData("/", 1, AccountingErrorCodes.Required)]
    [InlineData("a\u0007.pdf", 1, AccountingErrorCodes.Characters)]
    [InlineData(null, 1, AccountingErrorCodes.NameTooLong)]
    public async Task Start_WhatTheInboxDoesNotTake_IsRefused(string? name, long size, string code)
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        (await Refusals.RefusedAsync(() => company.BeginAsync(size, name ?? new string('a', 256)))).ShouldBe(code);
        (await company.BeginAsync(DocumentLimits.MaxBytes, new string('a', 255))).ShouldSatisfyAllConditions(
            u => u.ChunkSize.ShouldBe(4 * 1024 * 1024), u => u.Received.ShouldBe(0), u => u.DocumentId.ShouldBeNull());
    }

    [Theory, Databases]
    public async Task Complete_BeforeTheEnd_IsRefused(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var upload = await company.BeginAsync(Large.Length);
        (await Refusals.RefusedAsync(() => company.CompleteAsync(upload.Id))).ShouldBe(AccountingErrorCodes.UploadIncomplete);
        await company.WriteAsync(upload.Id, 0, new MemoryStream(Large, 0, Chunk));
        (await Refusals.RefusedAsync(() => company.CompleteAsync(upload.Id))).ShouldBe(AccountingErrorCodes.UploadIncomplete);
    }

    [Theory, Databases]
    public async Task Complete_Repeated_AnswersTheSameDocument(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var upload = await company.BeginAsync(3);
        await company.SendAsync(upload, [1, 2, 3]);
        var first = await company.CompleteAsync(upload.Id);
        (await company.CompleteAsync(upload.Id)).Document.Id.ShouldBe(first.Document.Id);
        (await company.UploadsAsync(s => s.GetAsync(upload.Id, TestContext.Current.CancellationToken))).DocumentId.ShouldBe(first.Document.Id);
        (await company.ListAsync()).Count.ShouldBe(1);
    }

    [Theory, Databases]
    public async Task Complete_TheSameContentAtTheSameMoment_WorksForBoth(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var uploads = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var upload = await company.BeginAsync(Large.Length);
            await company.SendAsync(upload, Large);
            return upload.Id;
        }));
        var results = await Task.WhenAll(uploads.Select(u => company.CompleteAsync(u, keepDuplicate: true)));
        results.Select(r => r.Document.Id).Distinct().Count().ShouldBe(4);
        (await company.BlobsAsync("documents")).Count.ShouldBe(1);
        (await company.ReadAsync(results[3].Document.Id)).ShouldBe(Large);
    }

    [Theory, Databases]
    public async Task Uploads_OfOthers_DoNotExist(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var upload = await company.BeginAsync(3);
        var foreign = await hosts.NewCompanyAsync(database);
        foreach (var (where, who) in new[] { (company, InboxCompany.NewPerson("Somebody Else")), (foreign, foreign.Person), (foreign, company.Person) })
        {
            await Refusals.MissingAsync(() => where.UploadsAsync(s => s.GetAsync(upload.Id), who));
            await Refusals.MissingAsync(() => where.UploadsAsync(s => s.WriteAsync(upload.Id, 0, new MemoryStream([1, 2, 3])), who));
            await Refusals.MissingAsync(() => where.UploadsAsync(s => s.CompleteAsync(upload.Id, new CompleteUploadInput()), who));
            await Refusals.MissingAsync(() => where.RunAsync<IDocumentUploadAppService>(s => s.DiscardAsync(upload.Id), who));
        }
    }

    [Fact]
    public async Task Uploads_OfAReader_AreDenied()
    {
        var company = await hosts.NewCompanyAsync(TestDatabase.Sqlite);
        var reader = InboxCompany.NewPerson("Rosa Reader");
        InboxHosts.Limit(reader, AccountingPermissions.Documents.Default);
        await Should.ThrowAsync<PermissionDeniedException>(() => company.UploadsAsync(s => s.StartAsync(new StartUploadInput("a", 1)), reader));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.UploadsAsync(s => s.GetAsync(Guid.CreateVersion7()), reader));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.UploadsAsync(s => s.WriteAsync(Guid.CreateVersion7(), 0, Stream.Null), reader));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.UploadsAsync(s => s.CompleteAsync(Guid.CreateVersion7(), new CompleteUploadInput()), reader));
        await Should.ThrowAsync<PermissionDeniedException>(() => company.RunAsync<IDocumentUploadAppService>(s => s.DiscardAsync(Guid.CreateVersion7()), reader));
    }

    [Theory, Databases]
    public async Task Discard_WhatWasReceived_EndsTheUpload(TestDatabase database)
    {
        var company = await hosts.NewCompanyAsync(database);
        var upload = await company.BeginAsync(3);
        await company.RunAsync<IDocumentUploadAppService>(s => s.DiscardAsync(upload.Id));
        await Refusals.MissingAsync(() => company.UploadsAsync(s => s.GetAsync(upload.Id)));
    }

    private static byte[] Content(int length)
    {
        var content = new byte[length];
        new Random(1).NextBytes(content);
        "%PDF-1.7"u8.CopyTo(content);
        return content;
    }

    /// <summary>A connection that is lost after these bytes.</summary>
    private sealed class BreakingStream(ReadOnlyMemory<byte> content) : MemoryStream(content.ToArray())
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            await base.ReadAsync(buffer, cancellationToken) is var read and > 0 ? read : throw new IOException("The connection was reset.");
    }
}
