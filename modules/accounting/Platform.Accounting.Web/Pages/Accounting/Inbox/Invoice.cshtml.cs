using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Documents.Default)]
internal sealed class InvoiceModel(IEInvoiceAppService invoices, IPlatformTexts platformTexts, IStringLocalizer<AccountingResource> texts) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public InvoiceView Shown { get; private set; } = null!;

    public Task OnGetAsync() => OnReloadAsync();

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await invoices.PreparePaymentAsync(Id, cancellationToken);
        Notify(texts["Invoice:Prepared"]);
        return Redirect(this.Link($"inbox/{Id}/invoice"));
    });

    protected override async Task OnReloadAsync() => Shown = await InvoiceView.LoadAsync(invoices, platformTexts, Id, HttpContext.RequestAborted);
}
