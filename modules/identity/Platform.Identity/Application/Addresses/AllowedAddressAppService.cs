using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class AllowedAddressAppService(
    IdentityDbContext context, AllowedNetworks networks, AddressListing listing, ShutOutGuard guard, SettingPlaces places, IFreshProof proof, IUnitOfWork unitOfWork, ICurrentTenant tenant,
    ICurrentUser currentUser, IAuditLog audit, TimeProvider clock) : IAllowedAddressAppService
{
    public async Task<AllowedAddressesDto> GetAsync(SettingPlace place, CancellationToken cancellationToken = default)
    {
        await CheckAsync(place, change: false, cancellationToken);
        return await listing.ReadAsync(place, cancellationToken);
    }

    public async Task<AllowedAddressDto> AddAsync(SettingPlace place, NewAllowedAddressDto input, CancellationToken cancellationToken = default)
    {
        await CheckAsync(place, change: true, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var owner = places.KeyOf(place);
        var former = await networks.OfAsync(owner, cancellationToken);
        var row = Check(input, former);
        await SaveAsync(owner, () => context.AllowedAddresses.Add(row), cancellationToken);
        await TellAsync(place, "Identity.Address.Added", new AuditChange("Network", null, $"{row.Network} ({row.Label})"), cancellationToken);
        return (await listing.ToDtosAsync([.. former, row], cancellationToken))[^1];
    }

    public async Task RemoveAsync(SettingPlace place, Guid id, CancellationToken cancellationToken = default)
    {
        await CheckAsync(place, change: true, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        var owner = places.KeyOf(place);
        var row = (await networks.OfAsync(owner, cancellationToken)).Find(a => a.Id == id) ?? throw new EntityNotFoundException();
        await SaveAsync(owner, () => context.AllowedAddresses.Remove(row), cancellationToken);
        await TellAsync(place, "Identity.Address.Removed", new AuditChange("Network", $"{row.Network} ({row.Label})", null), cancellationToken);
        await guard.CheckAsync(place, cancellationToken);
    }

    private Task CheckAsync(SettingPlace place, bool change, CancellationToken cancellationToken) =>
        place.Level == SettingLevel.Operator ? throw new EntityNotFoundException() : places.CheckAsync(place, change, cancellationToken);

    private AllowedAddress Check(NewAllowedAddressDto input, List<AllowedAddress> former)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (network, code, value) = AddressRange.Read(input.Network ?? "");
        var text = network?.ToString();
        var today = DateOnly.FromDateTime(now);
        new InputChecks()
            .When(code is not null, nameof(input.Network), code ?? "", value)
            .When(former.Exists(a => a.Network == text), nameof(input.Network), IdentityErrorCodes.AddressKnown, text)
            .Text(nameof(input.Label), input.Label, AllowedAddress.LabelLength)
            .When(input.ExpiresOn < today || input.ExpiresOn > today.AddYears(10), nameof(input.ExpiresOn), IdentityErrorCodes.AddressExpiry)
            .ThrowIfAny();
        if (former.Count >= AllowedAddress.Most)
            throw new BusinessException(IdentityErrorCodes.AddressCount).WithData("count", AllowedAddress.Most);
        return new AllowedAddress
        {
            Id = Guid.CreateVersion7(),
            Network = text!,
            Label = input.Label!.Trim(),
            AddedBy = currentUser.Id,
            AddedAt = now,
            ExpiresAt = input.ExpiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc),
        };
    }

    private async Task SaveAsync(Guid owner, Action change, CancellationToken cancellationToken)
    {
        using var current = tenant.Id == owner ? null : tenant.Change(owner);
        change();
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task TellAsync(SettingPlace place, string act, AuditChange change, CancellationToken cancellationToken)
    {
        foreach (var company in await places.CompaniesAsync(place, cancellationToken) ?? [])
        {
            using var current = tenant.Id == company ? null : tenant.Change(company);
            audit.Add(act, nameof(AllowedAddress), null, change);
        }
    }
}
