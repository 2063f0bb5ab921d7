using Platform.Kernel;
using Platform.TestBase;

namespace Platform.Identity.Tests;

[Trait("Req", "IDN-12")]
public sealed class LinkList_Tests(LinkHosts hosts) : IClassFixture<LinkHosts>
{
    [Theory, Databases]
    [Trait("Req", "TEN-07")]
    public async Task Links_OfAnotherCompany_AreNeitherSeenNorRevoked(TestDatabase database)
    {
        var (sender, other) = (await LinkSender.StartAsync(hosts, database), await LinkSender.StartAsync(hosts, database));
        var made = await sender.MakeAsync();
        (await other.ListAsync()).ShouldBeEmpty();
        await Should.ThrowAsync<EntityNotFoundException>(() => other.RevokeAsync(made.Id));
        (await other.World.AsAsync<ILinkService, bool>(other.Company, other.Admin, l => l.RevokeAsync(made.Id))).ShouldBeFalse();
        await sender.OpenAsync(LinkSender.TokenOf(made));
    }

    [Theory, Databases]
    [Trait("Req", "IDN-09")]
    public async Task List_WithoutTheRightOverAll_HoldsOnesOwnOnly(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var (bookkeeper, reader) = (await sender.World.PersonAsync(sender.Company, StandardRoles.Bookkeeper), await sender.World.PersonAsync(sender.Company, StandardRoles.Reader));
        var (others, own) = (await sender.MakeAsync(), await sender.MakeAsync(by: bookkeeper));
        (await sender.ListAsync(person: bookkeeper)).ShouldHaveSingleItem().Id.ShouldBe(own.Id);
        (await sender.ListAsync()).Select(l => l.Id).ShouldBe([own.Id, others.Id]);
        await Should.ThrowAsync<EntityNotFoundException>(() => sender.World.AsAsync<ILinkAppService>(sender.Company, bookkeeper, l => l.RevokeAsync(others.Id)));
        await sender.World.AsAsync<ILinkAppService>(sender.Company, bookkeeper, l => l.RevokeAsync(own.Id));
        (await sender.ListAsync(new LinkListInput(State: LinkState.Revoked))).ShouldHaveSingleItem().Id.ShouldBe(own.Id);
        await Should.ThrowAsync<PermissionDeniedException>(() => sender.ListAsync(person: reader));
    }

    [Theory, Databases]
    public async Task List_ByKindSearchAndPage_FindsThem(TestDatabase database)
    {
        var sender = await LinkSender.StartAsync(hosts, database);
        var bookkeeper = await sender.World.PersonAsync(sender.Company, StandardRoles.Bookkeeper);
        var (debt, zip) = (await sender.MakeAsync(), await sender.MakeAsync(TestLinkKinds.Zip, by: bookkeeper, recipient: "otto@other.example"));
        (await IdsAsync(new LinkListInput(Kind: TestLinkKinds.Zip))).ShouldBe([zip.Id]);
        (await IdsAsync(new LinkListInput(Search: LinkSender.Recipient.ToUpperInvariant()))).ShouldBe([debt.Id], "a whole address is compared as it is kept");
        (await IdsAsync(new LinkListInput(Search: "other.ex"))).ShouldBe([zip.Id]);
        (await IdsAsync(new LinkListInput(Search: "ALIX DUR"))).Count.ShouldBe(2, "by who made them");
        (await IdsAsync(new LinkListInput(Search: "nobody"))).ShouldBeEmpty();
        var first = await PageAsync(new LinkListInput(PageSize: 1));
        (first.Items.ShouldHaveSingleItem().Id, first.TotalCount).ShouldBe((zip.Id, 2L));
        var second = await PageAsync(new LinkListInput(PageSize: 1, Cursor: first.NextCursor));
        (second.Items.ShouldHaveSingleItem().Id, second.NextCursor).ShouldBe((debt.Id, null));

        Task<PagedResult<LinkDto>> PageAsync(LinkListInput input) => sender.World.AsAsync<ILinkAppService, PagedResult<LinkDto>>(sender.Company, sender.Admin, l => l.GetListAsync(input));
        async Task<List<Guid>> IdsAsync(LinkListInput input) => [.. (await sender.ListAsync(input)).Select(l => l.Id)];
    }
}
