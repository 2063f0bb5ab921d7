using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.Accounting.Web;

[Authorize(AccountingPermissions.Documents.Default)]
internal sealed class TrashModel(IDocumentAppService documents, IPermissionChecker permissions, IStringLocalizer<AccountingResource> texts)
    : DocumentListModel(documents, permissions, texts)
{
    public override string Path => "inbox/trash";

    public override bool IsTrash => true;

    public Task<IActionResult> OnPostRestoreAsync(Guid[] ids, CancellationToken cancellationToken) =>
        ActAsync("Inbox:Restored", ids, () => Service.RestoreAsync(new DocumentsInput(ids), cancellationToken));
}
