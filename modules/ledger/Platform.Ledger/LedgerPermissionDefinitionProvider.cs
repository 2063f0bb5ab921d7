using Platform.Kernel;

namespace Platform.Ledger;

internal sealed class LedgerPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    public void Define(PermissionDefinitionContext context) => context
        .Add(LedgerPermissions.Group, LedgerPermissions.Connect, StandardRoles.Bookkeeper)
        .Add(LedgerPermissions.Group, LedgerPermissions.Read, StandardRoles.Bookkeeper);
}
