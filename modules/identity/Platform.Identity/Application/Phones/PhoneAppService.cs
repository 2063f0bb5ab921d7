using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class PhoneAppService(
    IdentityDbContext context, SentCodes codes, AddressGate gate, TextMessages messages, Mails mails, OwnTransaction own, ITenantStore tenants, IFreshProof proof,
    ICurrentTenant tenant, ICurrentUser currentUser, IAuditLog audit) : IPhoneAppService
{
    public async Task<PhoneDto> GetAsync(CancellationToken cancellationToken = default)
    {
        var user = await LoadAsync(cancellationToken);
        var pending = await codes.FindAsync(Place(), cancellationToken);
        return new PhoneDto(Mask(user.PhoneNumber), Mask(pending?.Number), messages.IsAvailable);
    }

    public async Task SetAsync(string? number, CancellationToken cancellationToken = default)
    {
        var user = await LoadAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        if (!messages.IsAvailable)
            throw new BusinessException(IdentityErrorCodes.PhoneUnavailable);
        var read = Phone.Read(number);
        new InputChecks().When(read is null, nameof(number), IdentityErrorCodes.PhoneFormat, number is { Length: > 100 } ? number[..100] : number).ThrowIfAny();
        await RefuseFromUnknownAddressAsync(user.Id, cancellationToken);
        if (!await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(FailureCounter.SmsKey(user.Id, Guid.Empty), network: null, cancellationToken), cancellationToken))
            throw new BusinessException(IdentityErrorCodes.CodeTooMany);
        var (code, until) = await codes.MakeAsync(Place(), user.Id, read, cancellationToken);
        await messages.QueueAsync(read!, user.Language, "Phone", until, [code], cancellationToken);
        audit.Add("Identity.Phone.CodeSent", nameof(User), user.Id.ToString(), new AuditChange("Phone", null, Mask(read)));
    }

    public async Task ConfirmAsync(string? code, CancellationToken cancellationToken = default)
    {
        var user = await LoadAsync(cancellationToken);
        var place = Place();
        var taken = await own.RunAsync<SentCodes, SentCode?>(c => c.TakeAsync(place, code ?? "", cancellationToken), cancellationToken);
        new InputChecks().When(taken is null, nameof(code), IdentityErrorCodes.CodeWrong).ThrowIfAny();
        await ChangeAsync(user, taken!.Number, "Identity.Phone.Confirmed", cancellationToken);
    }

    public async Task RemoveAsync(CancellationToken cancellationToken = default)
    {
        var user = await LoadAsync(cancellationToken);
        await proof.RequireAsync(cancellationToken);
        if (user.PhoneNumber is not null)
            await ChangeAsync(user, null, "Identity.Phone.Removed", cancellationToken);
    }

    private async Task ChangeAsync(User user, string? number, string act, CancellationToken cancellationToken)
    {
        audit.Add(act, nameof(User), user.Id.ToString(), new AuditChange("Phone", Mask(user.PhoneNumber), Mask(number)));
        user.PhoneNumber = number;
        await context.SaveChangesAsync(cancellationToken);
        await mails.QueueAsync(user.Email!, user.Language, "Phone", [], [user.Name, Mask(number) ?? "–", mails.LinkTo("/account/profile")], cancellationToken);
    }

    // Who stands before a company's door with a stolen password must not open it with a telephone of their own.
    private async Task RefuseFromUnknownAddressAsync(Guid userId, CancellationToken cancellationToken)
    {
        foreach (var company in await tenants.GetListForUserAsync(userId, cancellationToken))
        {
            using var current = tenant.Change(company);
            if (!await gate.IsAdmittedAsync(cancellationToken))
                throw new BusinessException(IdentityErrorCodes.PhoneFromUnknownAddress).WithData("company", company.Name);
        }
    }

    private async Task<User> LoadAsync(CancellationToken cancellationToken)
    {
        var id = currentUser.RequireFullPerson();
        return await context.Users.SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new EntityNotFoundException();
    }

    private CodePlace Place() => new(
        currentUser.Info.SessionId ?? throw new PermissionDeniedException("Platform.SignedIn"), CodePlace.Phone, Guid.Empty, FailureCounter.NetworkOf(currentUser.Info.ClientAddress) ?? "");

    private static string? Mask(string? number) => number is null ? null : Phone.Mask(number);
}
