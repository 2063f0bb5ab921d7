using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.AspNetCore;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Remittances.Default)]
internal sealed class ConfirmationNoteModel(IRemittanceNoteAppService notes, NotePrinter printer) : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ConfirmationNoteDto Note { get; private set; } = null!;

    public Task OnGetAsync() => OnReloadAsync();

    public async Task<IActionResult> OnGetPdfAsync(CancellationToken cancellationToken)
    {
        await OnReloadAsync();
        return await TryAsync(async () =>
        {
            var (content, name) = await printer.PrintAsync(Note, cancellationToken);
            return File(content, NotePrinter.MediaType, name);
        });
    }

    protected override async Task OnReloadAsync() => Note = await notes.GetConfirmationNoteAsync(Id, HttpContext.RequestAborted);
}
