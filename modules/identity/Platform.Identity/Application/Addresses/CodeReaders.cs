using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

/// <summary>Who gets the code of somebody who wants to enter the current company from an unknown address.</summary>
internal sealed class CodeReaders(
    IdentityDbContext context, ISettingProvider settings, IPermissionHolders holders, TextMessages messages, ICurrentUser currentUser) : IScopedDependency
{
    public async Task<bool> AreAdministratorsAsync(CancellationToken cancellationToken) =>
        (await settings.GetAsync(IdentitySettings.AddressesCodeToAdministrators, cancellationToken)).AsBoolean();

    /// <summary>Those who decide on the list, with and without a telephone, by name.</summary>
    public async Task<List<User>> AdministratorsAsync(CancellationToken cancellationToken)
    {
        var ids = await holders.GetUserIdsWithPermissionAsync(IdentityPermissions.Security.Manage, cancellationToken);
        return await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Name).ThenBy(u => u.Id).ToListAsync(cancellationToken);
    }

    /// <summary>All who have a confirmed number; nobody where the host cannot send.</summary>
    public async Task<List<User>> FindAsync(CancellationToken cancellationToken)
    {
        if (!messages.IsAvailable)
            return [];
        var possible = await AreAdministratorsAsync(cancellationToken)
            ? await AdministratorsAsync(cancellationToken)
            : await context.Users.AsNoTracking().Where(u => u.Id == currentUser.Id).ToListAsync(cancellationToken);
        return possible.FindAll(u => u.PhoneNumber is not null);
    }
}
