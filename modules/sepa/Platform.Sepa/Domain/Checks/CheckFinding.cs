using Platform.Kernel;

namespace Platform.Sepa;

[DisableAuditing("The result of a check that can be repeated.")]
internal sealed class CheckFinding : SepaEntity
{
    public CheckFinding(Guid remittanceId, Guid? collectionId, string code, FindingSeverity severity, string? data) =>
        (RemittanceId, CollectionId, Code, Severity, Data) = (remittanceId, collectionId, code, severity, data);

    private CheckFinding()
    {
    }

    public Guid RemittanceId { get; private set; }

    public Guid? CollectionId { get; private set; }

    public string Code { get; private set; } = "";

    public FindingSeverity Severity { get; private set; }

    /// <summary>JSON object: values for the text's placeholders.</summary>
    public string? Data { get; private set; }
}
