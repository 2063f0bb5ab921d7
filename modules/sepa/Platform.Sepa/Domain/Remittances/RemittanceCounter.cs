using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Last number given in a company and year; raised in the transaction that uses it, so there are no gaps.</summary>
[DisableAuditing("The remittance that takes the number is audited.")]
internal sealed class RemittanceCounter : IMultiTenant
{
    public Guid TenantId { get; set; }

    public int Year { get; private init; }

    public int Last { get; private init; }
}
