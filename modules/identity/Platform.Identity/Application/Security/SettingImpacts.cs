using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// Tries a change and takes it back: the same rules that will apply are asked before and after, so the figures are those people will
/// meet. All in a transaction of its own that never commits.
/// </summary>
internal sealed class SettingImpacts(IServiceScopeFactory scopes) : ISingletonDependency
{
    public async Task<IReadOnlyList<SettingImpactDto>> TryAsync(SettingPlace place, IReadOnlyDictionary<string, string?> changes, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var before = await services.GetRequiredService<PeopleConcerned>().CountAsync(place, cancellationToken);
        await services.GetRequiredService<SettingChanges>().ApplyAsync(place, changes, cancellationToken);
        services.GetRequiredService<StrictestSettings>().Forget();
        var after = await services.GetRequiredService<PeopleConcerned>().CountAsync(place, cancellationToken);
        return
        [
            .. new (string Code, Func<Concerned, IReadOnlySet<Guid>> Of)[]
            {
                ("Impact:NewPassword", c => c.NewPassword), ("Impact:SecondFactor", c => c.LacksFactor), ("Impact:Inactive", c => c.Inactive),
                ("Impact:Outside", c => c.Outside),
            }.Select(i => new SettingImpactDto(i.Code, i.Of(after).Except(i.Of(before)).Count())).Where(i => i.Count > 0),
            .. after.Myself && !before.Myself ? [new SettingImpactDto("Impact:YourAddress", 1)] : Array.Empty<SettingImpactDto>(),
            .. after.All > 0 ? [new SettingImpactDto("Impact:All", after.All)] : Array.Empty<SettingImpactDto>(),
        ];
    }
}

internal sealed record Concerned(int All, IReadOnlySet<Guid> NewPassword, IReadOnlySet<Guid> LacksFactor, IReadOnlySet<Guid> Inactive, IReadOnlySet<Guid> Outside, bool Myself);

/// <summary>Which active people of a place the settings of this moment would meet.</summary>
internal sealed class PeopleConcerned(IdentityDbContext context, SettingPlaces places, Obligations obligations, PeopleOutside outside) : IScopedDependency
{
    public async Task<Concerned> CountAsync(SettingPlace place, CancellationToken cancellationToken)
    {
        var ids = await places.PeopleAsync(place, cancellationToken);
        var people = await context.Users.AsNoTracking().Where(u => u.IsActive && (ids == null || ids.Contains(u.Id))).ToListAsync(cancellationToken);
        return new Concerned(
            people.Count,
            await WhereAsync(people, u => obligations.MustChangePasswordAsync(u, cancellationToken)),
            await WhereAsync(people, u => obligations.LacksFactorAsync(u, cancellationToken)),
            await WhereAsync(people, u => obligations.IsInactiveAsync(u, cancellationToken)),
            await outside.FindAsync(place, cancellationToken),
            await outside.IsMyselfAsync(place, cancellationToken));
    }

    private static async Task<IReadOnlySet<Guid>> WhereAsync(List<User> people, Func<User, Task<bool>> isConcerned)
    {
        var found = new HashSet<Guid>();
        foreach (var person in people)
        {
            if (await isConcerned(person))
                found.Add(person.Id);
        }

        return found;
    }
}
