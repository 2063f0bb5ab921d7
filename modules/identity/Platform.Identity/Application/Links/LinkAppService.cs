using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.Identity;

internal sealed class LinkAppService(
    IdentityDbContext context, LinkReader reader, LinkKindCatalog kinds, ILinkService links, IPermissionChecker checker, ICurrentUser currentUser) : ILinkAppService
{
    public async Task<PagedResult<LinkDto>> GetListAsync(LinkListInput input, CancellationToken cancellationToken = default) =>
        await reader.GetListAsync(await VisibleAsync(cancellationToken), input, cancellationToken);

    public async Task<IReadOnlyList<string>> GetKindsAsync(CancellationToken cancellationToken = default)
    {
        await checker.CheckAsync(IdentityPermissions.Links.Default, cancellationToken);
        return [.. kinds.All.Where(k => !k.OfHost).Select(k => k.Name)];
    }

    public async Task RevokeAsync(Guid id, CancellationToken cancellationToken = default)
    {
        if (!await (await VisibleAsync(cancellationToken)).AnyAsync(l => l.Id == id, cancellationToken))
            throw new EntityNotFoundException();
        await links.RevokeAsync(id, cancellationToken);
    }

    private async Task<IQueryable<Link>> VisibleAsync(CancellationToken cancellationToken)
    {
        await checker.CheckAsync(IdentityPermissions.Links.Default, cancellationToken);
        var person = currentUser.Id;
        return await checker.IsGrantedAsync(IdentityPermissions.Links.Manage, cancellationToken)
            ? context.Links
            : context.Links.Where(l => l.MadeBy == person);
    }
}
