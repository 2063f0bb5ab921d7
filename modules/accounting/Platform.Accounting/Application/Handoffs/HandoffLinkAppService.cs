using Platform.Identity;
using Platform.Kernel;

namespace Platform.Accounting;

internal sealed class HandoffLinkAppService(HandoffZips zips, HandoffQueries queries, ILinkService links, ICurrentTenant tenant) : IHandoffLinkAppService
{
    public async Task<HandoffToCollectDto> LookAsync(string token, CancellationToken cancellationToken = default)
    {
        var link = await links.LookAsync(HandoffLink.Kind, token, cancellationToken);
        using var company = tenant.Change(link.Company);
        var handoff = await zips.GetAsync(link.SubjectId, cancellationToken);
        return new HandoffToCollectDto(
            link.Company!.Name, handoff.Number, await queries.BaseNumberAsync(handoff, cancellationToken), handoff.MadeAt,
            await queries.TypesAsync(handoff.Id, cancellationToken), link.ExpiresAt);
    }

    public async Task<HandoffZip> DownloadAsync(string token, HandoffZipRequest request, CancellationToken cancellationToken = default)
    {
        var link = await links.LookAsync(HandoffLink.Kind, token, cancellationToken);
        using var company = tenant.Change(link.Company);
        var handoff = await zips.GetAsync(link.SubjectId, cancellationToken);
        if (await zips.IsStartAsync(handoff, link.Id, request, cancellationToken))
        {
            await links.OpenAsync(HandoffLink.Kind, token, cancellationToken);
            await zips.RecordAsync(handoff, link.Id, cancellationToken);
        }

        return await zips.OpenAsync(handoff, cancellationToken);
    }
}
