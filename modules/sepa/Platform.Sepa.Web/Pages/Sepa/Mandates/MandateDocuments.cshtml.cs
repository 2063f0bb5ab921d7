using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.Mandates.Default)]
[UploadLimit(MaxBytes = MandateDocumentEndpoints.MaxRequestBytes)]
internal sealed class MandateDocumentsModel(
    IMandateDocumentAppService documents, IMandateAppService mandates, IPermissionChecker permissions, IPlatformTexts platformTexts, IStringLocalizer<SepaResource> texts)
    : PlatformPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public MandateDto Mandate { get; private set; } = null!;

    public IReadOnlyList<MandateDocumentDto> Documents { get; private set; } = [];

    public bool CanEdit { get; private set; }

    public async Task OnGetAsync()
    {
        if (TempData.ContainsKey(UploadLimitAttribute.TooLarge))
        {
            TempData.Remove(UploadLimitAttribute.TooLarge);
            ModelState.AddModelError(nameof(Upload), platformTexts.Get(SepaErrorCodes.MandateDocumentTooLarge));
        }

        await OnReloadAsync();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => TryAsync(async () =>
    {
        if (Upload is null)
            throw new InputException(new FieldError(nameof(Upload), SepaErrorCodes.Required));
        await using var content = Upload.OpenReadStream();
        var document = await documents.AddAsync(Id, new AddMandateDocumentInput(Upload.FileName, content), cancellationToken);
        Notify(texts["MandateDocuments:Added", document.FileName]);
        return this.Go($"mandates/{Id}/documents");
    });

    public Task<IActionResult> OnPostRemoveAsync(Guid document, CancellationToken cancellationToken) => TryAsync(async () =>
    {
        await documents.RemoveAsync(Id, document, cancellationToken);
        Notify(texts["MandateDocuments:Removed"]);
        return this.Go($"mandates/{Id}/documents");
    });

    protected override async Task OnReloadAsync()
    {
        var aborted = HttpContext.RequestAborted;
        Mandate = await mandates.GetAsync(Id, aborted);
        Documents = await documents.GetListAsync(Id, aborted);
        CanEdit = await permissions.IsGrantedAsync(SepaPermissions.Mandates.Edit, aborted);
    }
}
