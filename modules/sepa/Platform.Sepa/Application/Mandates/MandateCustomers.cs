using Platform.Customers;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Whose mandates they are, among the customers that the current person sees.</summary>
internal sealed class MandateCustomers(ICustomerDirectory customers, IPermissionChecker permissions) : IScopedDependency
{
    public async Task<CustomerReferenceDto?> GetAsync(Guid? id, CancellationToken cancellationToken) =>
        id is { } one ? (await customers.GetAsync([one], cancellationToken)).GetValueOrDefault(one) : null;

    public async Task<Guid?> ReadAsync(string? code, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(code))
        {
            // A mandate of no customer would be out of sight for who sees some of them only.
            var sees = (await permissions.GetBundlesAsync(SepaPermissions.Mandates.Edit, cancellationToken)).Any(b => b.Customers == CustomerView.All);
            return sees ? null : throw Refused(SepaErrorCodes.Required, null);
        }

        return (await customers.FindAsync([code], cancellationToken)).Values.SingleOrDefault()?.Id ?? throw Refused(SepaErrorCodes.CustomerUnknown, code);
    }

    private static InputException Refused(string code, string? value) =>
        new(new FieldError(nameof(SaveMandateDto.CustomerCode), code, value is null ? null : Shorten.To100(value)));
}
