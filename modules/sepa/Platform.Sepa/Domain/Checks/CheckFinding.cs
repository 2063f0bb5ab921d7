using Platform.Kernel;

namespace Platform.Sepa;

[DisableAuditing("The result of a check that can be repeated.")]
internal sealed class CheckFinding : SepaEntity
{
    public CheckFinding(Guid remittanceId, Guid? orderId, string code, FindingSeverity severity, string? data) =>
        (RemittanceId, OrderId, Code, Severity, Data) = (remittanceId, orderId, code, severity, data);

    private CheckFinding()
    {
    }

    public Guid RemittanceId { get; private set; }

    public Guid? OrderId { get; private set; }

    public string Code { get; private set; } = "";

    public FindingSeverity Severity { get; private set; }

    /// <summary>JSON object: values for the text's placeholders.</summary>
    public string? Data { get; private set; }
}
