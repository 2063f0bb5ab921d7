using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Declares the permissions of <see cref="SepaPermissions"/> and the roles that hold them at first.</summary>
public sealed class SepaPermissionDefinitionProvider : IPermissionDefinitionProvider
{
    private static readonly string[] Everybody = [StandardRoles.Bookkeeper, StandardRoles.Validator, StandardRoles.Reader];

    /// <inheritdoc/>
    public void Define(PermissionDefinitionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        context
            .Add(SepaPermissions.Group, SepaPermissions.CreditorAccounts.Default, Everybody)
            .Add(SepaPermissions.Group, SepaPermissions.CreditorAccounts.Edit, StandardRoles.Bookkeeper)
            .Add(SepaPermissions.Group, SepaPermissions.CreditorAccounts.Approve, StandardRoles.Validator)
            .AddWithinCustomers(SepaPermissions.Group, SepaPermissions.Mandates.Default, [.. Everybody, .. StandardRoles.WithinCustomers])
            .AddWithinCustomers(SepaPermissions.Group, SepaPermissions.Mandates.Edit, StandardRoles.Bookkeeper)
            .Add(SepaPermissions.Group, SepaPermissions.Imports.Default, StandardRoles.Bookkeeper)
            .Add(SepaPermissions.Group, SepaPermissions.Transfers.Default, Everybody)
            .Add(SepaPermissions.Group, SepaPermissions.Transfers.Create, StandardRoles.Bookkeeper)
            .Add(SepaPermissions.Group, SepaPermissions.Reversals.Default, Everybody)
            .Add(SepaPermissions.Group, SepaPermissions.Reversals.Create, StandardRoles.Bookkeeper)
            .Add(SepaPermissions.Group, SepaPermissions.Remittances.Default, Everybody)
            .Add(SepaPermissions.Group, SepaPermissions.Remittances.Create, StandardRoles.Bookkeeper)
            .Add(SepaPermissions.Group, SepaPermissions.Remittances.Approve, StandardRoles.Validator)
            .Add(SepaPermissions.Group, SepaPermissions.Remittances.Sign, StandardRoles.Validator)
            .Add(SepaPermissions.Group, SepaPermissions.Remittances.HandOver, StandardRoles.Bookkeeper, StandardRoles.Validator)
            .Add(SepaPermissions.Group, SepaPermissions.Remittances.Download, StandardRoles.Bookkeeper, StandardRoles.Validator)
            .Add(SepaPermissions.Group, SepaPermissions.BankAnswers.Default, Everybody)
            .Add(SepaPermissions.Group, SepaPermissions.BankAnswers.Import, StandardRoles.Bookkeeper)
            .AddScope(SepaPermissions.Group, SepaDataScopes.CreditorAccounts, DataScopeKind.Items)
            .AddScope(SepaPermissions.Group, SepaDataScopes.RemittanceAmount, DataScopeKind.Amount);
    }
}
