using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Documents.Default)]
internal sealed class InboxModel(
    IDocumentAppService documents, IAccountantAppService accountants, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : DocumentListModel(documents, permissions, texts)
{
    public override string Path => "inbox";

    public override bool IsTrash => false;

    public Task<IActionResult> OnPostTypeAsync(Guid[] ids, DocumentType newType, CancellationToken cancellationToken) =>
        ActAsync("Inbox:Sorted", ids, () => Service.SetTypeAsync(new SetDocumentTypeInput(ids, newType), cancellationToken));

    public Task<IActionResult> OnPostTagAsync(Guid[] ids, string? newTag, CancellationToken cancellationToken) =>
        ActAsync("Inbox:Tagged", ids, () => Service.AddTagAsync(new TagDocumentsInput(ids, newTag ?? ""), cancellationToken));

    public Task<IActionResult> OnPostTrashAsync(Guid[] ids, CancellationToken cancellationToken) =>
        ActAsync("Inbox:Trashed", ids, () => Service.TrashAsync(new DocumentsInput(ids), cancellationToken));

    /// <summary>Who reads who the accountant is learns when there is none.</summary>
    public bool NeedsAccountant { get; private set; }

    public bool CanSeeMail { get; private set; }

    protected override async Task OnReloadAsync()
    {
        await base.OnReloadAsync();
        CanSeeMail = await IsGrantedAsync(AccountingPermissions.MailIn.Default);
        NeedsAccountant = await IsGrantedAsync(AccountingPermissions.Accountant.Default)
            && await accountants.GetAsync(HttpContext.RequestAborted) is { Current: null, Asked: null };
    }
}
