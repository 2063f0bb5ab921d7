using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class SecuritySettingsAppService(
    IdentityDbContext context, SettingPlaces places, SettingChanges changer, SettingImpacts impacts, ShutOutGuard guard, ISettingProvider settings, IFreshProof proof, ICurrentTenant tenant,
    IUnitOfWork unitOfWork, IAuditLog audit) : ISecuritySettingsAppService
{
    public async Task<IReadOnlyList<SecuritySettingDto>> GetAsync(SettingPlace place, CancellationToken cancellationToken = default)
    {
        await places.CheckAsync(place, change: false, cancellationToken);
        var stored = await places.StoredAsync(place, cancellationToken);
        var names = await NamesAsync(stored.SelectMany(s => s.Values.Values).Select(v => v.ChangedBy), cancellationToken);
        var result = new List<SecuritySettingDto>();
        using var reading = tenant.Change(places.ReadAs(place));
        foreach (var definition in places.DefinitionsAt(place))
        {
            var effective = await settings.GetAsync(definition.Name, cancellationToken);
            var set = stored.Where(s => s.Level == effective.Level).Select(s => s.Values.GetValueOrDefault(definition.Name)).FirstOrDefault();
            var own = stored.Where(s => s.Level == place.Level).Select(s => s.Values.GetValueOrDefault(definition.Name)?.Value).FirstOrDefault();
            result.Add(new SecuritySettingDto(
                definition.Name, definition.Name.Split('.')[1], definition.IsTruth, definition.Range?.Least, definition.Range?.Most, own, effective.Value, effective.Level,
                set?.ChangedAt, set?.ChangedBy is { } id ? names.GetValueOrDefault(id) : null, SettingChanges.BoundOf(place, definition, stored)));
        }

        return result;
    }

    public async Task<IReadOnlyList<SettingImpactDto>> PreviewAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken = default)
    {
        await places.CheckAsync(place, change: true, cancellationToken);
        return await impacts.TryAsync(place, changes, cancellationToken);
    }

    public async Task SetAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken = default)
    {
        await places.CheckAsync(place, change: true, cancellationToken);
        await proof.RequireAsync(cancellationToken);
        await unitOfWork.BeginAsync(cancellationToken);
        await changer.ApplyAsync(place, changes, cancellationToken);
        if (changes.Keys.Any(k => k.StartsWith(SettingPlaces.Addresses, StringComparison.Ordinal)))
            await guard.CheckAsync(place, cancellationToken);
        if (place.Level == SettingLevel.Group)
            await TellCompaniesAsync(place, changes, cancellationToken);
    }

    // The group's own trail is the installation's; its companies see in theirs what now holds for their people.
    private async Task TellCompaniesAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken)
    {
        foreach (var company in await places.CompaniesAsync(place, cancellationToken) ?? [])
        {
            using var current = tenant.Change(company);
            audit.Add("Identity.Security.GroupChanged", "Group", place.GroupId.ToString(), [.. changes.Select(c => new AuditChange(c.Key, null, c.Value))]);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        var ids = people.OfType<Guid>().Distinct().ToArray();
        return await context.Users.Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, cancellationToken);
    }
}
