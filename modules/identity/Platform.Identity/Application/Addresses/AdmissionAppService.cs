using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class AdmissionAppService(
    IdentityDbContext context, AddressGate gate, CodeReaders readers, SentCodes codes, Admissions admissions, TextMessages messages, OwnTransaction own, ICurrentTenant tenant,
    ICurrentUser currentUser, IAuditLog audit) : IAdmissionAppService
{
    private TenantInfo Company => tenant.Tenant ?? throw new InvalidOperationException("No company is current.");

    public async Task<AdmissionDto> GetAsync(CancellationToken cancellationToken = default)
    {
        currentUser.RequirePerson();
        var address = currentUser.Info.ClientAddress ?? "";
        if (await gate.IsAdmittedAsync(cancellationToken))
            return new AdmissionDto(true, address, false, null, [], false, false);
        var toAdministrators = await readers.AreAdministratorsAsync(cancellationToken);
        var found = await readers.FindAsync(cancellationToken);
        var isSent = await codes.FindAsync(await PlaceAsync(cancellationToken), cancellationToken) is not null;
        var administrators = toAdministrators && found.Count > 0 ? found : await readers.AdministratorsAsync(cancellationToken);
        var number = toAdministrators || found.Count == 0 ? null : Phone.Mask(found[0].PhoneNumber!);
        return new AdmissionDto(false, address, toAdministrators, number, [.. administrators.Select(a => a.Name)], found.Count > 0, isSent);
    }

    public async Task SendAsync(CancellationToken cancellationToken = default)
    {
        var place = await PlaceAsync(cancellationToken);
        if (await gate.IsAdmittedAsync(cancellationToken))
            return;
        var user = await context.Users.AsNoTracking().SingleAsync(u => u.Id == currentUser.Id, cancellationToken);
        var found = await readers.FindAsync(cancellationToken);
        if (found.Count == 0)
        {
            await own.RunAsync<Admissions, bool>(a => a.TellNobodyAsync(Company, user, place.Network, cancellationToken), cancellationToken);
            throw new BusinessException(IdentityErrorCodes.AdmissionNobody);
        }

        if (!await own.RunAsync<FailureCounters, bool>(c => c.CountAsync(FailureCounter.SmsKey(user.Id, Company.Id), network: null, cancellationToken), cancellationToken))
            throw new BusinessException(IdentityErrorCodes.CodeTooMany);
        var (code, until) = await codes.MakeAsync(place, user.Id, number: null, cancellationToken);
        var text = place.Purpose == CodePlace.Admission ? "Admission" : "AdmissionOf";
        foreach (var reader in found)
            await messages.QueueAsync(reader.PhoneNumber!, reader.Language, text, until, [code, Company.Name, currentUser.Info.ClientAddress!, user.Name], cancellationToken);
        var numbers = string.Join(", ", found.Select(r => $"{r.Name} {Phone.Mask(r.PhoneNumber!)}"));
        audit.Add("Identity.Admission.CodeSent", nameof(User), user.Id.ToString(), new AuditChange("To", null, numbers), new AuditChange("Address", null, place.Network));
    }

    public async Task EnterAsync(string code, CancellationToken cancellationToken = default)
    {
        var place = await PlaceAsync(cancellationToken);
        if (await own.RunAsync<SentCodes, SentCode?>(c => c.TakeAsync(place, code, cancellationToken), cancellationToken) is null)
        {
            await own.RunAsync<Admissions, bool>(a => a.FailAsync(place), CancellationToken.None);
            throw new InputException(new FieldError(nameof(code), IdentityErrorCodes.CodeWrong));
        }

        await admissions.LetInAsync(Company, place, cancellationToken);
    }

    // Another purpose: a code sent to the person themselves adds no address, whatever is set while it is on its way.
    private async Task<CodePlace> PlaceAsync(CancellationToken cancellationToken) => new(
        currentUser.Info.SessionId ?? throw new PermissionDeniedException("Platform.SignedIn"),
        await readers.AreAdministratorsAsync(cancellationToken) ? CodePlace.AdmissionByOthers : CodePlace.Admission,
        Company.Id,
        FailureCounter.NetworkOf(currentUser.Info.ClientAddress) ?? throw new TenantRefusedException(IdentityErrorCodes.AddressUnknown));
}
