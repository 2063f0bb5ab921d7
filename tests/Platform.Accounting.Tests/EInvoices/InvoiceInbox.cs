using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;
using Platform.Sepa;

namespace Platform.Accounting.Tests;

/// <summary>Documents of the demonstration company, and the people who work on them.</summary>
internal sealed class InvoiceInbox(TestHost host, TenantInfo company, CurrentUserInfo person)
{
    public const string Bookkeeper = "camille";

    public TestHost Host => host;

    public static async Task<InvoiceInbox> OpenAsync(TestHost host, string company = "lefevre", string person = Bookkeeper) =>
        new(host, await host.CompanyAsync(company), await host.PersonAsync(person));

    /// <summary>A sample with this number, due in three weeks.</summary>
    public static string Sample(string name, string number) =>
        Samples.Text(name).Replace("MV-2026-0417", number).Replace("2026-12-02", $"{Due:yyyy-MM-dd}").Replace("2026-11-02", $"{Due.AddDays(-30):yyyy-MM-dd}");

    public static DateOnly Due => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(21);

    public Task<Guid> AddAsync(string xml) => AddAsync(Encoding.UTF8.GetBytes(xml + $"<!-- {Guid.CreateVersion7()} -->"), "application/xml", "facture.xml");

    public Task<Guid> AddAsync(byte[] content, string mediaType, string name) => host.RunAsync(company, person, async services =>
    {
        var kept = new DocumentContent(mediaType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), 0);
        var document = new Document(name, DocumentType.PurchaseInvoice, kept, person.Id, person.Name, TimeProvider.System.GetUtcNow().UtcDateTime);
        await services.GetRequiredService<IBlobContainer>().SaveAsync(document.BlobName, async file => await file.WriteAsync(content));
        var db = services.GetRequiredService<AccountingDbContext>();
        db.Documents.Add(document);
        await db.SaveChangesAsync();
        return document.Id;
    });

    public Task<EInvoiceDto?> ReadAsync(Guid id) => RunAsync<IEInvoiceAppService, EInvoiceDto?>(s => s.GetAsync(id));

    public Task<Guid> PrepareAsync(Guid id) => RunAsync<IEInvoiceAppService, Guid>(s => s.PreparePaymentAsync(id));

    public Task<TransferDto> TransferAsync(Guid id) => RunAsync<ITransferAppService, TransferDto>(s => s.GetAsync(id));

    public async Task<string> RefusedAsync(Guid id) => (await Should.ThrowAsync<BusinessException>(() => PrepareAsync(id))).Code;

    public Task<T> RunAsync<TService, T>(Func<TService, Task<T>> work) where TService : notnull =>
        host.RunAsync(company, person, services => work(services.GetRequiredService<TService>()));
}
