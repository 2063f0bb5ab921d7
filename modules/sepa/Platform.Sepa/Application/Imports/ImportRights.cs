using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Who may import what.</summary>
internal sealed class ImportRights(IPermissionChecker permissions) : IScopedDependency
{
    public Task CheckAsync(CancellationToken cancellationToken) => permissions.CheckAsync(SepaPermissions.Imports.Default, cancellationToken);

    // Who enters no transfer by hand enters none by file.
    public async Task CheckAsync(ImportKind kind, CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        if (kind == ImportKind.Transfers)
            await permissions.CheckAsync(SepaPermissions.Transfers.Create, cancellationToken);
    }
}
