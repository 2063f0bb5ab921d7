using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class PreNotificationAppService(
    SepaDbContext db, PreNotificationQueries queries, PreNotificationPlan plan, PreNotificationSending sending, PreNotificationWriter writer, PreNotificationWishes wishes,
    IPermissionChecker permissions, IUnitOfWork unitOfWork, IAuditLog audit, TimeProvider clock) : IPreNotificationAppService
{
    private const int Most = 200;

    private static readonly PreNotificationState[] ByLetter = [PreNotificationState.NoAddress, PreNotificationState.Failed];

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<PagedResult<PreNotificationDto>> GetListAsync(GetPreNotificationsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<OrderTotalDto> GetTotalAsync(GetPreNotificationsInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetTotalAsync(input, cancellationToken);
    }

    public async Task<PreNotificationSummaryDto> GetSummaryAsync(Guid? remittanceId = null, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetSummaryAsync(remittanceId, cancellationToken);
    }

    public async Task<PreNotificationDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<PreNotificationDto> SendAsync(Guid id, SendPreNotificationDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        if (!await (await queries.ReachableAsync(SepaPermissions.Remittances.Create, cancellationToken)).AnyAsync(p => p.Id == id, cancellationToken))
            throw new EntityNotFoundException();
        var fields = new FieldReader();
        var email = fields.Email(nameof(input.Email), input.Email);
        if (email is null)
            fields.Refuse(nameof(input.Email), SepaErrorCodes.Required);
        fields.ThrowIfAny();
        await sending.SendAsync(id, email!, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task ToldOtherwiseAsync(ToldOtherwiseDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var (way, on) = Read(input);
        var ids = input.Ids.Distinct().ToArray();
        var reachable = await queries.ReachableAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var found = await reachable.Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        if (found.Count != ids.Length)
            throw new EntityNotFoundException();
        foreach (var notification in found)
        {
            notification.Told(way, on);
            audit.Add("Sepa.PreNotification.ToldOtherwise", nameof(Collection), $"{notification.Id}",
                new AuditChange("Way", null, $"{way}"), new AuditChange("ToldOn", null, $"{on:yyyy-MM-dd}"));
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    public async Task<PreNotificationSummaryDto> PlanAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var remittance = await queries.RequireRemittanceAsync(remittanceId, SepaPermissions.Remittances.Create, cancellationToken);
        if (await wishes.GetNoticeDaysAsync(cancellationToken) is null)
            throw new BusinessException(SepaErrorCodes.PreNotificationsOff);
        if (remittance.Status != RemittanceStatus.Approved)
            throw new BusinessException(SepaErrorCodes.RemittanceNotApproved).WithData("number", remittance.Number);
        await unitOfWork.BeginAsync(cancellationToken);
        await plan.AddAsync(remittanceId, cancellationToken);
        return await queries.GetSummaryAsync(remittanceId, cancellationToken);
    }

    public async Task<IReadOnlyList<PreNotificationLetterDto>> GetLettersAsync(Guid? remittanceId = null, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var found = (await queries.ReachableAsync(SepaPermissions.Remittances.Default, cancellationToken)).Where(p => ByLetter.Contains(p.State) && p.CollectionDate >= Today);
        if (remittanceId is { } remittance)
            found = found.Where(p => p.RemittanceId == remittance);
        var orders = await sending.Orders(found.AsNoTracking()).OrderBy(o => o.Notification.CollectionDate).ThenBy(o => o.Notification.Id).Take(Most).ToListAsync(cancellationToken);
        var wanted = await wishes.GetAsync(cancellationToken);
        return orders.ConvertAll(o => Letter(o, writer.Write(o, wanted)));
    }

    private (PreNotificationWay Way, DateOnly On) Read(ToldOtherwiseDto input)
    {
        var (fields, on) = (new FieldReader(), input.On ?? Today);
        if (input.Ids is not { Count: > 0 and <= Most })
            fields.Refuse(nameof(input.Ids), SepaErrorCodes.ListParameter, $"{input.Ids?.Count ?? 0}");
        if (input.Way is not { } way || !Enum.IsDefined(way))
            fields.Refuse(nameof(input.Way), SepaErrorCodes.Required);
        if (on > Today)
            fields.Refuse(nameof(input.On), SepaErrorCodes.ToldInFuture, $"{on:yyyy-MM-dd}");
        fields.ThrowIfAny();
        return (input.Way!.Value, on);
    }

    private static PreNotificationLetterDto Letter(PreNotificationOrder order, PreNotificationText text)
    {
        var a = order.Collection.Address();
        string[] lines = [$"{a.BuildingNumber} {a.Street}", $"{a.Line1}", $"{a.Line2}", $"{a.PostalCode} {a.Town}", $"{a.Country}"];
        return new PreNotificationLetterDto(
            order.Notification.Id, text.Language, order.Collection.PartyName!, [.. lines.Select(l => l.Trim()).Where(l => l.Length > 0)], text.Subject, text.Text);
    }
}
