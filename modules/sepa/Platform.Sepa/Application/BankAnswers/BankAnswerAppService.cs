using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class BankAnswerAppService(
    SepaDbContext db, AnswerQueries queries, AnswerImport import, AnswerOrders orders, AnswerReversals reversals, AnswerEffects effects, Reach reach, IUnitOfWork unitOfWork,
    IBlobContainer blobs, IPermissionChecker permissions, ICurrentUser user, TimeProvider clock) : IBankAnswerAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<PagedResult<BankAnswerDto>> GetListAsync(GetBankAnswersInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(SepaPermissions.BankAnswers.Default, cancellationToken);
        return await queries.GetListAsync(input, cancellationToken);
    }

    public async Task<BankAnswerDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(SepaPermissions.BankAnswers.Default, cancellationToken);
        return await queries.GetAsync(id, cancellationToken);
    }

    public async Task<PagedResult<BankAnswerItemDto>> GetItemsAsync(GetBankAnswerItemsInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(SepaPermissions.BankAnswers.Default, cancellationToken);
        return await queries.GetItemsAsync(input, cancellationToken);
    }

    public async Task<BankAnswerDto> ImportAsync(ImportBankAnswerInput input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(SepaPermissions.BankAnswers.Import, cancellationToken);
        var answer = new BankAnswer(FileNames.Clean(input.FileName, "answer.xml"), Actor.Of(user), Now);
        try
        {
            await import.ImportAsync(answer, input.Content, cancellationToken);
        }
        catch
        {
            await blobs.DeleteAsync(answer.BlobName, CancellationToken.None);
            throw;
        }

        return await queries.GetAsync(answer.Id, cancellationToken);
    }

    public Task<BankAnswerItemDto> AssignAsync(Guid itemId, AssignBankAnswerItemDto input, CancellationToken cancellationToken = default) =>
        HandleAsync(itemId, (answer, item) => AssignAsync(answer, item, input.EndToEndId, cancellationToken), cancellationToken);

    public Task<BankAnswerItemDto> SetAsideAsync(Guid itemId, SetAsideBankAnswerItemDto input, CancellationToken cancellationToken = default) =>
        HandleAsync(
            itemId,
            (_, item) =>
            {
                item.SetAside(Reasons.Read(input.Reason), Actor.Of(user), Now);
                return Task.CompletedTask;
            },
            cancellationToken);

    public async Task<RemittanceOutcomeDto> GetOutcomeAsync(Guid remittanceId, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        var reachable = await reach.OfAsync(db.Remittances.AsNoTracking(), SepaPermissions.Remittances.Default, cancellationToken);
        var remittance = await reachable.Where(r => r.Id == remittanceId).Select(r => new { r.Outcome }).SingleOrDefaultAsync(cancellationToken)
            ?? throw new EntityNotFoundException();
        return new RemittanceOutcomeDto(remittance.Outcome ?? RemittanceOutcome.None, await effects.StatesAsync(remittanceId, cancellationToken));
    }

    private async Task CheckAsync(string permission, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(permission, cancellationToken);
        await reach.RequireEveryAccountAsync(permission, cancellationToken);
    }

    private async Task AssignAsync(BankAnswer answer, BankAnswerItem item, string? endToEndId, CancellationToken cancellationToken)
    {
        if (item.IsOfMany)
            throw new BusinessException(SepaErrorCodes.AnswerItemOfMany);
        var order = await reversals.ChosenAsync(item, await orders.FindAsync(endToEndId?.Trim() ?? "", cancellationToken), cancellationToken)
            ?? throw new InputException(new FieldError(nameof(AssignBankAnswerItemDto.EndToEndId), SepaErrorCodes.OrderNotIssued, Shorten.To100(endToEndId ?? "")));
        item.Assign(order.Id, order.RemittanceId, Actor.Of(user), Now);
        var run = new AnswerRun(answer);
        await effects.ApplyAsync(run, new Dictionary<BankAnswerItem, AnswerOrder> { [item] = order }, [item], cancellationToken);
        answer.Add(run.Changes);
        await effects.SettleAsync(run, cancellationToken);
    }

    // The write that changes nothing holds the file's row: two people at one item come one after the other.
    private async Task<BankAnswerItemDto> HandleAsync(Guid itemId, Func<BankAnswer, BankAnswerItem, Task> act, CancellationToken cancellationToken)
    {
        await CheckAsync(SepaPermissions.BankAnswers.Import, cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var answerId = await db.BankAnswerItems.Where(i => i.Id == itemId).Select(i => (Guid?)i.AnswerId).SingleOrDefaultAsync(cancellationToken)
            ?? throw new EntityNotFoundException();
        await db.BankAnswers.Where(a => a.Id == answerId).ExecuteUpdateAsync(s => s.SetProperty(a => a.FileName, a => a.FileName), cancellationToken);
        var answer = await db.BankAnswers.SingleAsync(a => a.Id == answerId, cancellationToken);
        var item = await db.BankAnswerItems.SingleAsync(i => i.Id == itemId, cancellationToken);
        await act(answer, item);
        answer.Handled(item);
        await db.SaveChangesAsync(cancellationToken);
        return await queries.GetItemAsync(itemId, cancellationToken);
    }
}
