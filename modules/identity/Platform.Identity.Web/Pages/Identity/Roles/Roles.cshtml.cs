using Microsoft.AspNetCore.Authorization;
using Platform.AspNetCore;
using Platform.Kernel;

namespace Platform.Identity.Web;

[Authorize(IdentityPermissions.Roles.Default)]
internal sealed class RolesModel(IRoleAppService roles, PermissionGroups groups, IPermissionChecker permissions) : PlatformPageModel
{
    public IReadOnlyList<RoleDto> Roles { get; private set; } = [];

    public IReadOnlyList<PermissionGroup> Groups => groups.Get();

    public bool CanManage { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Roles = await roles.GetListAsync(cancellationToken);
        CanManage = await permissions.IsGrantedAsync(IdentityPermissions.Roles.Manage, cancellationToken);
    }
}
