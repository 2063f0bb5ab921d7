using Microsoft.Extensions.DependencyInjection;
using Platform.Audit;
using Platform.Kernel;

namespace Platform.Accounting.Tests;

/// <summary>A company of its own and somebody in it, driven through the application services.</summary>
public sealed class InboxCompany(TestHost host)
{
    private static CancellationToken Aborted => TestContext.Current.CancellationToken;

    public TenantInfo Tenant { get; } = NewTenant();

    public CurrentUserInfo Person { get; } = NewPerson("Paula Preparer");

    public static CurrentUserInfo NewPerson(string name) => new(Guid.CreateVersion7(), name);

    public Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work, CurrentUserInfo? user = null) where TService : notnull =>
        host.RunAsync(Tenant, user ?? Person, services => work(services.GetRequiredService<TService>()));

    public Task RunAsync<TService>(Func<TService, Task> work, CurrentUserInfo? user = null) where TService : notnull =>
        host.RunAsync(Tenant, user ?? Person, services => work(services.GetRequiredService<TService>()));

    public Task<T> DocumentsAsync<T>(Func<IDocumentAppService, Task<T>> work, CurrentUserInfo? user = null) => RunAsync(work, user);

    public Task DocumentsAsync(Func<IDocumentAppService, Task> work, CurrentUserInfo? user = null) => RunAsync(work, user);

    public Task<T> UploadsAsync<T>(Func<IDocumentUploadAppService, Task<T>> work, CurrentUserInfo? user = null) => RunAsync(work, user);

    public Task<DocumentUploadDto> BeginAsync(long size, string name = "invoice.pdf", DocumentType type = DocumentType.Other) =>
        UploadsAsync(s => s.StartAsync(new StartUploadInput(name, size, type), Aborted));

    public Task<DocumentUploadDto> WriteAsync(Guid upload, long offset, Stream content) => UploadsAsync(s => s.WriteAsync(upload, offset, content, Aborted));

    /// <summary>All that is missing.</summary>
    public async Task SendAsync(DocumentUploadDto upload, byte[] content)
    {
        while (upload.Received < content.Length)
        {
            var length = (int)Math.Min(upload.ChunkSize, content.Length - upload.Received);
            upload = await WriteAsync(upload.Id, upload.Received, new MemoryStream(content, (int)upload.Received, length));
        }
    }

    public Task<UploadResultDto> CompleteAsync(Guid upload, bool keepDuplicate = false) =>
        UploadsAsync(s => s.CompleteAsync(upload, new CompleteUploadInput(keepDuplicate), Aborted));

    public async Task<UploadResultDto> UploadAsync(byte[] content, string name = "invoice.pdf", DocumentType type = DocumentType.Other, bool keepDuplicate = false)
    {
        var upload = await BeginAsync(content.Length, name, type);
        await SendAsync(upload, content);
        return await CompleteAsync(upload.Id, keepDuplicate);
    }

    /// <summary>With content of its own.</summary>
    public async Task<DocumentDto> AddAsync(string name = "invoice.pdf", DocumentType type = DocumentType.Other) =>
        (await UploadAsync(Guid.CreateVersion7().ToByteArray(), name, type)).Document;

    public async Task<IReadOnlyList<DocumentDto>> ListAsync(GetDocumentsInput? input = null) =>
        (await DocumentsAsync(s => s.GetListAsync(input ?? new GetDocumentsInput(), Aborted))).Items;

    public async Task<byte[]> ReadAsync(Guid document)
    {
        return await DocumentsAsync(async s =>
        {
            await using var content = (await s.OpenAsync(document, Aborted)).Content;
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, Aborted);
            return copy.ToArray();
        });
    }

    public Task<List<string>> BlobsAsync(string folder) => RunAsync<IBlobContainer, List<string>>(async b => await b.ListAsync(folder, Aborted).ToListAsync(Aborted));

    public async Task<IReadOnlyList<AuditEntryDto>> TrailAsync(string action) =>
        (await RunAsync<IAuditAppService, PagedResult<AuditEntryDto>>(s => s.GetListAsync(new AuditFilterDto { Action = action }, cancellationToken: Aborted))).Items;

    private static TenantInfo NewTenant()
    {
        var id = Guid.CreateVersion7();
        return new TenantInfo(id, $"test-{id:N}", "Test SARL", "", "#1d4ed8", "sme");
    }
}

internal static class Refusals
{
    /// <summary>The code of a refusal, of its first field where it has fields.</summary>
    public static async Task<string> RefusedAsync(Func<Task> act)
    {
        var refused = await Should.ThrowAsync<BusinessException>(act);
        return refused is InputException input ? input.Errors[0].Code : refused.Code;
    }

    public static Task MissingAsync(Func<Task> act) => Should.ThrowAsync<EntityNotFoundException>(act);
}
