using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>The connector that the company chose. One at a time.</summary>
internal sealed class ConnectorLink : IMultiTenant, IHasConcurrencyStamp
{
    public const int NameLength = 40;
    public const int CodeLength = 60;

    private ConnectorLink()
    {
    }

    public ConnectorLink(string connector, DateTime now) => (Connector, Since) = (connector, now);

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public string Connector { get; private set; } = "";

    public DateTime Since { get; private set; }

    [DisableAuditing("Written every few minutes.")]
    public DateTime? LastRunAt { get; private set; }

    [DisableAuditing("How the last run went.")]
    public string? Failure { get; private set; }

    [DisableAuditing("How the last run went.")]
    public string? FailureValue { get; private set; }

    public Guid ConcurrencyStamp { get; set; }
}

/// <summary>That the package has a document.</summary>
[DisableAuditing("Each delivery is recorded as an act.")]
internal sealed class DocumentDelivery : IMultiTenant
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    public Guid DocumentId { get; init; }

    public string Connector { get; init; } = "";

    public DateTime DeliveredAt { get; init; }
}
