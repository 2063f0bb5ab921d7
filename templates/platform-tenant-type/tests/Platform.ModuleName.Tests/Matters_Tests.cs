using Platform.Kernel;

namespace Platform.ModuleName.Tests;

public sealed class Matters_Tests(TestHosts hosts)
{
    private static readonly TenantInfo AnyFirm = new(Guid.CreateVersion7(), "firm", "Firm", "", "#475569", ModuleNameTenantType.Name);

    [Fact]
    public void Open_WithoutSubjectOrTooLong_IsRefusedAtTheSubject()
    {
        Refused(" ").ShouldBe(("Subject", ModuleNameErrorCodes.SubjectRequired));
        Refused(new string('s', Matter.SubjectLength + 1)).ShouldBe(("Subject", ModuleNameErrorCodes.SubjectTooLong));
        Matter.Open(AnyFirm, $" {new string('s', Matter.SubjectLength)} ", default).Subject.Length.ShouldBe(Matter.SubjectLength);
    }

    [Theory, Databases]
    public async Task Matter_OpenedAndClosed_IsReadAsItStands(TestDatabase database)
    {
        var firm = await Firm.NewAsync(await hosts.GetAsync(database));
        var opened = await firm.OpenAsync("Annual report");
        (opened.Firm, opened.ClosedAt).ShouldBe((firm.Name, null));
        await firm.RunAsync(s => s.CloseAsync(opened.Id));
        (await firm.RunAsync(s => s.GetAsync(opened.Id))).ClosedAt.ShouldNotBeNull();
        (await Should.ThrowAsync<BusinessException>(() => firm.RunAsync(s => s.CloseAsync(opened.Id)))).Code.ShouldBe(ModuleNameErrorCodes.MatterClosed);
    }

    [Theory, Databases]
    public async Task GetList_MoreThanAPage_GoesOnWhereItStopped(TestDatabase database)
    {
        var firm = await Firm.NewAsync(await hosts.GetAsync(database));
        foreach (var subject in new[] { "one", "two", "three" })
            await firm.OpenAsync(subject);
        var first = await firm.RunAsync(s => s.GetListAsync(new GetMattersInput(PageSize: 2)));
        first.Items.Select(m => m.Subject).ShouldBe(["three", "two"]);
        var second = await firm.RunAsync(s => s.GetListAsync(new GetMattersInput(first.NextCursor, 2)));
        (second.Items.ShouldHaveSingleItem().Subject, second.NextCursor).ShouldBe(("one", null));
    }

    [Theory, Databases]
    public async Task Matters_OfAnotherFirm_AreNotThere(TestDatabase database)
    {
        var firm = await Firm.NewAsync(await hosts.GetAsync(database));
        var matter = await firm.OpenAsync("Annual report");
        var other = await firm.OtherOfSameClientAsync();
        (await other.RunAsync(s => s.GetListAsync(new GetMattersInput()))).Items.ShouldBeEmpty();
        await Should.ThrowAsync<EntityNotFoundException>(() => other.RunAsync(s => s.CloseAsync(matter.Id)));
    }

    [Theory, Databases]
    public async Task Close_WithoutTheScope_IsDenied(TestDatabase database)
    {
        var firm = await Firm.NewAsync(await hosts.GetAsync(database));
        var matter = await firm.OpenAsync("Annual report");
        await Should.ThrowAsync<PermissionDeniedException>(() => firm.RunAsync(s => s.CloseAsync(matter.Id), ModuleNamePermissions.Matters.Default));
    }

    private static (string Field, string Code) Refused(string subject)
    {
        var error = Should.Throw<InputException>(() => Matter.Open(AnyFirm, subject, default)).Errors.ShouldHaveSingleItem();
        return (error.Field, error.Code);
    }
}
