using Microsoft.EntityFrameworkCore;
using Platform.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class MandateAppService(
    SepaDbContext db, MandateQueries queries, CreditorKeys creditors, MandateCustomers customers, IPermissionChecker permissions, ICurrentUser user, TimeProvider clock)
    : IMandateAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(Now);

    public async Task<PagedResult<MandateListDto>> GetListAsync(GetMandatesInput input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Default, cancellationToken);
        return await queries.GetListAsync(input, Today, cancellationToken);
    }

    public async Task<MandateDto> GetAsync(Guid id, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Default, cancellationToken);
        return await queries.GetAsync(id, Today, cancellationToken);
    }

    public async Task<MandateDto> CreateAsync(SaveMandateDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        var data = MandateReader.Read(input, Today) with { CustomerId = await customers.ReadAsync(input.CustomerCode, cancellationToken) };
        var creditorKey = await creditors.GetAsync(input.CreditorAccountId, cancellationToken);
        await RequireFreeAsync(creditorKey, data.Reference, null, cancellationToken);
        var mandate = db.Mandates.Add(new Mandate(data, creditorKey, Now)).Entity;
        return await SaveAsync(mandate, MandateEventKind.Created, null, cancellationToken);
    }

    public async Task<MandateDto> UpdateAsync(Guid id, SaveMandateDto input, CancellationToken cancellationToken = default)
    {
        var mandate = await LoadAsync(id, input.ConcurrencyStamp, cancellationToken);
        var data = MandateReader.Read(input, Today) with { CustomerId = await customers.ReadAsync(input.CustomerCode, cancellationToken) };
        await RequireFreeAsync(mandate.CreditorKey, data.Reference, id, cancellationToken);
        var before = MandateValues.Of(mandate);
        mandate.Update(data);
        db.MandateEvents.AddRange(before.Amended(mandate, Actor.Of(user), Now));
        return await SaveAsync(mandate, MandateEventKind.Changed, null, cancellationToken);
    }

    public async Task<MandateDto> AmendAsync(Guid id, AmendMandateDto input, CancellationToken cancellationToken = default)
    {
        var mandate = await LoadAsync(id, input.ConcurrencyStamp, cancellationToken);
        var (reference, iban, bic) = MandateReader.Read(input);
        await RequireFreeAsync(mandate.CreditorKey, reference, id, cancellationToken);
        var before = MandateValues.Of(mandate);
        mandate.Amend(reference, iban, bic);
        var events = before.Amended(mandate, Actor.Of(user), Now).ToList();
        if (events.Count == 0)
            throw new InputException(new FieldError(nameof(input.DebtorIban), SepaErrorCodes.NothingAmended));
        db.MandateEvents.AddRange(events);
        await db.SaveChangesAsync(cancellationToken);
        return await queries.GetAsync(id, Today, cancellationToken);
    }

    public async Task<MandateDto> ActivateAsync(Guid id, DateOnly signedOn, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        var mandate = await LoadAsync(id, concurrencyStamp, cancellationToken);
        mandate.Activate(signedOn, Today);
        return await SaveAsync(mandate, MandateEventKind.Activated, null, cancellationToken);
    }

    public async Task<MandateDto> SuspendAsync(Guid id, string reason, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        var mandate = await LoadAsync(id, concurrencyStamp, cancellationToken);
        mandate.Suspend();
        return await SaveAsync(mandate, MandateEventKind.Suspended, Reasons.Read(reason), cancellationToken);
    }

    public async Task<MandateDto> ResumeAsync(Guid id, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        var mandate = await LoadAsync(id, concurrencyStamp, cancellationToken);
        mandate.Resume();
        return await SaveAsync(mandate, MandateEventKind.Resumed, null, cancellationToken);
    }

    public async Task<MandateDto> CancelAsync(Guid id, string reason, Guid concurrencyStamp, CancellationToken cancellationToken = default)
    {
        var mandate = await LoadAsync(id, concurrencyStamp, cancellationToken);
        mandate.Cancel();
        return await SaveAsync(mandate, MandateEventKind.Cancelled, Reasons.Read(reason), cancellationToken);
    }

    private async Task<Mandate> LoadAsync(Guid id, Guid? concurrencyStamp, CancellationToken cancellationToken)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        var mandate = await db.Mandates.SingleOrDefaultAsync(m => m.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
        mandate.Require(concurrencyStamp);
        return mandate;
    }

    private async Task RequireFreeAsync(string creditorKey, MandateReference reference, Guid? except, CancellationToken cancellationToken)
    {
        var (key, value) = (reference.Key, reference.Value);
        // References are unique among all mandates, also those that the person does not see; banks still answer under amended ones.
        if (await db.Mandates.IgnoreQueryFilters([PlatformDbContext.CustomerFilterName]).AnyAsync(m => m.CreditorKey == creditorKey && m.ReferenceKey == key && m.Id != except, cancellationToken)
            || await db.MandateEvents.AnyAsync(e => e.Before == value && e.Kind == MandateEventKind.ReferenceAmended && e.MandateId != except, cancellationToken))
            throw new InputException(new FieldError(nameof(SaveMandateDto.Reference), SepaErrorCodes.MandateReferenceTaken, reference.Value));
    }

    private async Task<MandateDto> SaveAsync(Mandate mandate, MandateEventKind kind, string? note, CancellationToken cancellationToken)
    {
        db.MandateEvents.Add(new MandateEvent(mandate.Id, kind, Actor.Of(user), Now, note));
        await db.SaveChangesAsync(cancellationToken);
        return await queries.GetAsync(mandate.Id, Today, cancellationToken);
    }
}
