using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Mandates.Default)]
internal sealed class MandateFormPageModel(IMandateFormAppService forms, NotePrinter printer) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public MandateFormDto Form { get; private set; } = null!;

    public Task OnGetAsync() => OnReloadAsync();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken)
    {
        await OnReloadAsync();
        return await TryAsync(async () =>
        {
            var (content, name) = await printer.PrintAsync(Form, cancellationToken);
            return File(content, NotePrinter.MediaType, name);
        });
    }

    protected override async Task OnReloadAsync() => Form = await forms.GetAsync(Id, HttpContext.RequestAborted);
}
