using Platform.Kernel;

namespace Platform.Notary.Tests;

[Trait("Req", "TEN-10")]
public sealed class Deeds_Tests(TestHosts hosts)
{
    [Theory, Databases]
    public async Task Deed_TakenOn_IsReadAsItStands(TestDatabase database)
    {
        var (office, firm) = await NewAsync(database);
        var opened = await office.OpenAsync(firm, "2026-118");
        var day = DateOnly.FromDateTime(opened.OpenedAt).AddDays(20);
        await office.RunAsync(firm, s => s.SetAppointmentAsync(opened.Id, new AppointmentDto(day)));
        (await office.RunAsync(firm, s => s.GetAsync(opened.Id))).ShouldSatisfyAllConditions(d => d.State.ShouldBe(DeedState.AppointmentSet), d => d.SigningDay.ShouldBe(day));
        await office.RunAsync(firm, s => s.SignAsync(opened.Id));
        var closed = await office.RunAsync(firm, s => s.CloseAsync(opened.Id));
        (closed.State, closed.ClosedAt is not null, closed.Office).ShouldBe((DeedState.Closed, true, firm.Name));
    }

    [Theory, Databases]
    public async Task Open_ReferenceTaken_IsRefusedForThatOfficeOnly(TestDatabase database)
    {
        var (office, firm) = await NewAsync(database);
        await office.OpenAsync(firm, "2026-1");
        var refused = await Should.ThrowAsync<InputException>(() => office.OpenAsync(firm, "2026-1"));
        refused.Errors.ShouldHaveSingleItem().Code.ShouldBe(NotaryErrorCodes.ReferenceTaken);
        await office.OpenAsync(await Office.CompanyAsync(await hosts.GetAsync(database), NotaryTenantType.Name), "2026-1");
    }

    [Theory, Databases]
    public async Task Deeds_OfAnotherOffice_AreNotThere(TestDatabase database)
    {
        var (office, firm) = await NewAsync(database);
        var other = await Office.CompanyAsync(await hosts.GetAsync(database), NotaryTenantType.Name);
        var deed = await office.OpenAsync(firm, "2026-2");
        (await office.RunAsync(other, s => s.GetListAsync(new GetDeedsInput()))).Items.ShouldBeEmpty();
        await Should.ThrowAsync<EntityNotFoundException>(() => office.RunAsync(other, s => s.GetAsync(deed.Id)));
        await Should.ThrowAsync<EntityNotFoundException>(() => office.RunAsync(other, s => s.SetAppointmentAsync(deed.Id, new AppointmentDto(DateOnly.MaxValue))));
    }

    [Theory, Databases]
    public async Task GetList_MoreThanAPage_GoesOnWhereItStopped(TestDatabase database)
    {
        var (office, firm) = await NewAsync(database);
        for (var i = 1; i <= 3; i++)
            await office.OpenAsync(firm, $"2026-{i}");
        var first = await office.RunAsync(firm, s => s.GetListAsync(new GetDeedsInput(PageSize: 2)));
        first.Items.Select(d => d.Reference).ShouldBe(["2026-3", "2026-2"]);
        var second = await office.RunAsync(firm, s => s.GetListAsync(new GetDeedsInput(Cursor: first.NextCursor, PageSize: 2)));
        (second.Items.ShouldHaveSingleItem().Reference, second.NextCursor).ShouldBe(("2026-1", null));
        (await office.RunAsync(firm, s => s.GetListAsync(new GetDeedsInput(DeedState.Signed)))).Items.ShouldBeEmpty();
        var refused = await Should.ThrowAsync<BusinessException>(() => office.RunAsync(firm, s => s.GetListAsync(new GetDeedsInput(Cursor: "?"))));
        refused.Code.ShouldBe(NotaryErrorCodes.CursorInvalid);
    }

    [Theory, Databases]
    public async Task Acts_WithoutTheScope_AreDenied(TestDatabase database)
    {
        var (office, firm) = await NewAsync(database);
        var deed = await office.OpenAsync(firm, "2026-3");
        (await office.RunAsync(firm, s => s.GetAsync(deed.Id), NotaryPermissions.Deeds.Default)).Id.ShouldBe(deed.Id);
        await Should.ThrowAsync<PermissionDeniedException>(() => office.RunAsync(firm, s => s.SignAsync(deed.Id), NotaryPermissions.Deeds.Default));
        await Should.ThrowAsync<PermissionDeniedException>(() => office.RunAsync(firm, s => s.GetAsync(deed.Id), NotaryPermissions.Deeds.Prepare));
    }

    private async Task<(Office Office, TenantInfo Firm)> NewAsync(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        return (await Office.OfNewClientAsync(host), await Office.CompanyAsync(host, NotaryTenantType.Name));
    }
}
