using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Lets people in from unknown addresses, and puts it on record either way.</summary>
internal sealed class Admissions(
    IdentityDbContext context, AllowedNetworks networks, SecurityAlerts alerts, ISettingProvider settings, ICurrentUser currentUser, IAuditLog audit, TimeProvider clock)
    : IScopedDependency
{
    private const string Act = "Identity.Admission";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task LetInAsync(TenantInfo company, CodePlace place, CancellationToken cancellationToken)
    {
        var byOthers = place.Purpose == CodePlace.AdmissionByOthers;
        var user = await context.Users.AsNoTracking().SingleAsync(u => u.Id == currentUser.Id, cancellationToken);
        var isListed = byOthers && (await settings.GetAsync(IdentitySettings.AddressesAddToList, cancellationToken)).AsBoolean()
            && await TryAddAsync(company, place.Network, user, cancellationToken);
        var until = isListed ? (DateTime?)null : await RememberAsync(place, user.Id, cancellationToken);
        audit.Add(
            $"{Act}.Granted", nameof(User), user.Id.ToString(), new AuditChange("Address", null, place.Network),
            new AuditChange("By", null, byOthers ? "Administrators" : "User"), new AuditChange("Until", null, until?.ToString("O")));
        await alerts.RaiseAsync("AddressAdmitted", $"{user.Id:N}|{place.Network}", company, user, currentUser.Info.ClientAddress, cancellationToken);
    }

    public Task<bool> FailAsync(CodePlace place)
    {
        audit.Add($"{Act}.Failed", nameof(User), currentUser.Id?.ToString(), new AuditChange("Address", null, place.Network));
        return Task.FromResult(true);
    }

    /// <summary>Somebody stands outside and no telephone is known.</summary>
    public async Task<bool> TellNobodyAsync(TenantInfo company, User user, string network, CancellationToken cancellationToken)
    {
        await alerts.RaiseAsync("AddressNoPhone", $"{user.Id:N}|{network}", company, user, currentUser.Info.ClientAddress, cancellationToken);
        return true;
    }

    private async Task<bool> TryAddAsync(TenantInfo company, string network, User user, CancellationToken cancellationToken)
    {
        var listed = await networks.OfAsync(company.Id, cancellationToken);
        var text = AddressRange.Read(network).Network!.Value.ToString();
        // An entry that has expired stays as it is: somebody ended it on purpose.
        if (listed.Count >= AllowedAddress.Most || listed.Exists(a => a.Network == text))
            return false;
        var label = user.Name.Length > AllowedAddress.LabelLength ? user.Name[..AllowedAddress.LabelLength] : user.Name;
        context.AllowedAddresses.Add(new AllowedAddress { Id = Guid.CreateVersion7(), Network = text, Label = label, AddedBy = user.Id, AddedAt = Now });
        audit.Add("Identity.Address.Added", nameof(AllowedAddress), null, new AuditChange("Network", null, $"{text} ({label})"));
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<DateTime> RememberAsync(CodePlace place, Guid userId, CancellationToken cancellationToken)
    {
        var now = Now;
        await context.AdmittedAddresses.Where(a => a.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
        var days = (await settings.GetAsync(IdentitySettings.AddressesRememberDays, cancellationToken)).AsInt64();
        var until = days > 0 ? now.AddDays(days) : await context.Sessions.Where(s => s.Id == place.SessionId).Select(s => s.ExpiresAt).SingleAsync(cancellationToken);
        context.AdmittedAddresses.Add(new AdmittedAddress
        {
            Id = Guid.CreateVersion7(),
            UserId = userId,
            SessionId = days > 0 ? null : place.SessionId,
            Network = place.Network,
            ExpiresAt = until,
        });
        await context.SaveChangesAsync(cancellationToken);
        return until;
    }
}
