using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Brings files to connectors. The caller writes down what it was told once the connector has done its step.</summary>
internal sealed partial class BankDeliveries(
    SepaDbContext db, RemittanceIssuing issuing, RemittanceSignatures signatures, RemittanceNotices notices, IEnumerable<IBankConnector> connectors,
    TimeProvider clock, ILogger<BankDeliveries> logger) : IScopedDependency
{
    public Task<RemittanceHandOver> GetAsync(Guid remittanceId, CancellationToken cancellationToken) =>
        db.HandOvers.SingleAsync(h => h.Id == remittanceId, cancellationToken);

    public async Task StageAsync(RemittanceHandOver handOver, string company, Guid attempt, CancellationToken cancellationToken)
    {
        var (delivery, remittance) = await DeliveryAsync(handOver.Id, company, attempt, cancellationToken);
        await using var file = await issuing.OpenAsync(remittance, cancellationToken);
        await ConnectorOf(handOver).StageAsync(delivery, file, cancellationToken);
    }

    public async Task ReleaseAsync(RemittanceHandOver handOver, string company, CancellationToken cancellationToken) =>
        await ConnectorOf(handOver).ReleaseAsync((await DeliveryAsync(handOver.Id, company, handOver.Attempt!.Value, cancellationToken)).Delivery, cancellationToken);

    /// <summary>A way that fails is no secret: the page says so, and whoever handed over is told once.</summary>
    public async Task FailedAsync(RemittanceHandOver handOver, Exception cause, CancellationToken cancellationToken)
    {
        LogFailed(logger, handOver.Channel, handOver.Id, cause);
        if (handOver.Failed(clock.GetUtcNow().UtcDateTime))
            await notices.HandOverFailedAsync(await RemittanceAsync(handOver.Id, cancellationToken), handOver.UserId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<(BankDelivery Delivery, Remittance Remittance)> DeliveryAsync(Guid id, string company, Guid attempt, CancellationToken cancellationToken)
    {
        var remittance = await RemittanceAsync(id, cancellationToken);
        var name = remittance.File()!.FileName;
        return (new BankDelivery(attempt, company, remittance.Number, name, await signatures.FilesAsync(id, name, cancellationToken)), remittance);
    }

    private Task<Remittance> RemittanceAsync(Guid id, CancellationToken cancellationToken) =>
        db.Remittances.AsNoTracking().SingleAsync(r => r.Id == id, cancellationToken);

    private IBankConnector ConnectorOf(RemittanceHandOver handOver) => connectors.FirstOrDefault(c => c.Name == handOver.Channel && c.IsAvailable)
        ?? throw new BusinessException(SepaErrorCodes.HandOverChannel).WithData("value", handOver.Channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "The connector {Channel} did not take remittance {Remittance}; it is tried again.")]
    private static partial void LogFailed(ILogger logger, string channel, Guid remittance, Exception cause);
}
