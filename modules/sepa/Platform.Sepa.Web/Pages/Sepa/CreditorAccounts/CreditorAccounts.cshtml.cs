using Microsoft.AspNetCore.Authorization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Sepa.Web;

[Authorize(SepaPermissions.CreditorAccounts.Default)]
internal sealed class CreditorAccountsModel(ICreditorAccountAppService accounts, IPermissionChecker permissions) : PlatformPageModel
{
    public IReadOnlyList<CreditorAccountDto> Accounts { get; private set; } = [];

    public bool CanEdit { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Accounts = await accounts.GetListAsync(cancellationToken);
        CanEdit = await permissions.IsGrantedAsync(SepaPermissions.CreditorAccounts.Edit, cancellationToken);
    }
}
