using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What preparers do to a remittance; the application service has checked the right and the concurrency stamp.</summary>
internal sealed class RemittancePreparation(
    SepaDbContext db, RemittanceLines lines, IEnumerable<IRemittanceOrders> kinds, RemittanceChecker checker, RemittanceContent content, RemittanceNumbers numbers, RemittanceNotices notices, Reach reach,
    IUnitOfWork unitOfWork, ISettingProvider settings, IAuditLog audit, ICurrentUser user, TimeProvider clock) : IScopedDependency
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Check-then-act from here on: the write that changes nothing holds the row, so acts run one after the other.</summary>
    public async Task<Remittance> LockAsync(Guid id, string permission, CancellationToken cancellationToken)
    {
        await unitOfWork.BeginAsync(cancellationToken);
        await db.Remittances.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Number, r => r.Number), cancellationToken);
        var reachable = await reach.OfAsync(db.Remittances.Include(r => r.Approvals), permission, cancellationToken);
        return await reachable.SingleOrDefaultAsync(r => r.Id == id, cancellationToken)
            ?? throw new EntityNotFoundException();
    }

    public async Task<RemittancePreviewDto> PreviewAsync(
        Guid accountId, PaymentScheme scheme, OrderSelectionDto selection, CancellationToken cancellationToken)
    {
        await reach.RequireAccountAsync(accountId, SepaPermissions.Remittances.Create, cancellationToken);
        var account = await GetAccountAsync(accountId, cancellationToken);
        account.RequireFor(scheme);
        var earliest = account.Profile().EarliestDate(scheme, Now);
        var dates = await RemittanceLines.Among(kinds.Of(scheme).Waiting(account, scheme), Checked(selection)).GroupBy(c => c.RequestedOn)
            .Select(g => new { g.Key, Count = g.Count(), Cents = g.Sum(c => c.AmountCents) }).ToListAsync(cancellationToken);
        var byDate = dates.GroupBy(d => d.Key ?? earliest).OrderBy(g => g.Key)
            .Select(g => new RemittancePreviewDateDto(g.Key, g.Sum(d => d.Count), g.Sum(d => d.Cents) / 100m)).ToList();
        return new RemittancePreviewDto(byDate.Sum(d => d.Count), byDate.Sum(d => d.Total), byDate);
    }

    public async Task CreateAsync(CreateRemittanceDto input, CancellationToken cancellationToken)
    {
        await reach.RequireAccountAsync(input.CreditorAccountId, SepaPermissions.Remittances.Create, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var account = await GetAccountAsync(input.CreditorAccountId, cancellationToken);
        var selection = Checked(input.Selection);
        var title = ReadTitle(input);
        var remittance = db.Remittances.Add(new Remittance(
            input.Id, await numbers.NextAsync(input.Scheme, cancellationToken), account, title, input.Scheme, Actor.Of(user), Now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        var waiting = RemittanceLines.Among(kinds.Of(input.Scheme).Waiting(account, input.Scheme), selection);
        if (await RemittanceLines.TakeAsync(remittance, waiting, cancellationToken) == 0)
            throw new BusinessException(SepaErrorCodes.NothingToCollect);
        await CheckAsync(remittance, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        Audit("Sepa.Remittance.OrdersTaken", remittance, remittance.Count, remittance.TotalCents);
    }

    /// <summary>Mandates are read again, so that a corrected mandate clears its error.</summary>
    public async Task CheckAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        remittance.Edit(Actor.Of(user));
        var account = await GetAccountAsync(remittance.CreditorAccountId, cancellationToken);
        await kinds.Of(remittance.Scheme).PrepareAsync(remittance, account, account.Profile().EarliestDate(remittance.Scheme, Now), cancellationToken);
        await checker.CheckAsync(remittance, account, cancellationToken);
    }

    public async Task RemoveAsync(Remittance remittance, Guid orderId, CancellationToken cancellationToken)
    {
        remittance.Edit(Actor.Of(user));
        if (await lines.ReleaseAsync(remittance.Id, [orderId], cancellationToken) == 0)
            throw new EntityNotFoundException();
        audit.Add("Sepa.Remittance.OrderRemoved", nameof(Remittance), $"{remittance.Id}", new AuditChange("OrderId", $"{orderId}", null));
        await CheckAsync(remittance, cancellationToken);
    }

    public async Task RemoveWithErrorsAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        remittance.Edit(Actor.Of(user));
        var (count, cents) = (remittance.Count, remittance.TotalCents);
        await lines.ReleaseWithErrorsAsync(remittance.Id, cancellationToken);
        await CheckAsync(remittance, cancellationToken);
        Audit("Sepa.Remittance.OrdersRemoved", remittance, count - remittance.Count, cents - remittance.TotalCents);
    }

    public Task AcknowledgeAsync(Remittance remittance)
    {
        remittance.AcknowledgeWarnings(Actor.Of(user), Now);
        return Task.CompletedTask;
    }

    public async Task SubmitAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        await CheckAsync(remittance, cancellationToken);
        await reach.RequireAmountAsync(remittance, SepaPermissions.Remittances.Create, cancellationToken);
        var account = await GetAccountAsync(remittance.CreditorAccountId, cancellationToken);
        account.RequireApproved();
        var hash = await content.HashAsync(remittance, account, cancellationToken);
        remittance.Submit(Actor.Of(user), Now, hash, await RequiredApprovalsAsync(remittance, account, cancellationToken));
        await notices.SubmittedAsync(remittance, cancellationToken);
    }

    public async Task WithdrawAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        remittance.Withdraw(Actor.Of(user));
        await notices.WithdrawnAsync(remittance, cancellationToken);
    }

    public async Task CancelAsync(Remittance remittance, CancellationToken cancellationToken)
    {
        remittance.Cancel();
        await lines.ReleaseAsync(remittance.Id, null, cancellationToken);
        await db.CheckFindings.Where(f => f.RemittanceId == remittance.Id).ExecuteDeleteAsync(cancellationToken);
        Audit("Sepa.Remittance.OrdersReleased", remittance, remittance.Count, remittance.TotalCents);
    }

    public async Task<CreditorAccount> GetAccountAsync(Guid id, CancellationToken cancellationToken) =>
        await db.CreditorAccounts.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw new EntityNotFoundException();

    private async Task<int> RequiredApprovalsAsync(Remittance remittance, CreditorAccount account, CancellationToken cancellationToken)
    {
        var general = (await settings.GetAsync(SepaSettings.SecondApprovalAbove, cancellationToken)).AsInt64() * 100;
        return remittance.TotalCents > account.SecondApprovalAboveCents || (general > 0 && remittance.TotalCents > general) ? 2 : 1;
    }

    private void Audit(string action, Remittance remittance, int count, long cents) =>
        audit.Add(action, nameof(Remittance), $"{remittance.Id}",
            new AuditChange("Count", null, count.ToString(CultureInfo.InvariantCulture)),
            new AuditChange("TotalCents", null, cents.ToString(CultureInfo.InvariantCulture)));

    private string ReadTitle(CreateRemittanceDto input)
    {
        var fields = new FieldReader();
        var title = fields.OptionalText(nameof(input.Title), input.Title, SepaLengths.Name);
        if (input.Id == Guid.Empty)
            fields.Refuse(nameof(input.Id), SepaErrorCodes.Required);
        fields.ThrowIfAny();
        return title ?? Now.ToString("Y", CultureInfo.CurrentCulture);
    }

    private static OrderSelectionDto Checked(OrderSelectionDto? selection) => selection?.OrderIds?.Count > 1000
        ? throw new InputException(new FieldError(nameof(selection.OrderIds), SepaErrorCodes.NumberRange, $"{selection.OrderIds.Count}"))
        : selection ?? new OrderSelectionDto();
}
