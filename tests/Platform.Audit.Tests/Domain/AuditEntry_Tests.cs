using Platform.Kernel;

namespace Platform.Audit.Tests;

[Trait("Req", "AUD-01")]
public sealed class AuditEntry_Tests
{
    private static readonly DateTime Noon = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void New_Record_KeepsWhoWhenFromWhere()
    {
        var user = new CurrentUserInfo(Guid.CreateVersion7(), "Amélie Lefèvre", "amelie@lefevre.example", Guid.CreateVersion7(), "192.0.2.7", "Firefox");
        var record = Record(user);
        var entry = new AuditEntry(record);
        (entry.Id, entry.TenantId, entry.Time).ShouldBe((record.Id, record.TenantId, Noon));
        (entry.UserId, entry.UserName, entry.UserEmail).ShouldBe((user.Id, user.Name, user.Email));
        (entry.SessionId, entry.ClientAddress, entry.Device).ShouldBe((user.SessionId, user.ClientAddress, user.Device));
        (entry.Action, entry.EntityType, entry.EntityId, entry.CorrelationId).ShouldBe(("Updated", "Company", "42", "trace"));
    }

    [Fact]
    public void New_OverlongAndBrokenText_FitsItsColumn()
    {
        var entry = new AuditEntry(Record(new CurrentUserInfo(Name: new string('x', 255) + "😀", Device: new string('y', 300))));
        entry.UserName!.Length.ShouldBe(256);
        entry.UserName[^1].ShouldBe('\ufffd');
        entry.Device!.Length.ShouldBe(AuditEntry.DeviceLength);
        entry.PersonText.Length.ShouldBeLessThanOrEqualTo(AuditEntry.PersonTextLength);
    }

    [Fact]
    public void Changes_WrittenAndRead_AreTheSame()
    {
        AuditChange[] changes = [new("Name", "Lefèvre \"SARL\" </script>", null), new("Town", null, "Lyon\n"), new("Secret", "***", "***")];
        AuditChanges.Read(AuditChanges.Write(changes)).ShouldBe(changes);
    }

    [Fact]
    public void Changes_HalfOfASurrogatePair_IsReplacedAndSearchable()
    {
        AuditChange[] changes = [new("Name", null, "cut\ud83d…")];
        AuditChanges.Read(AuditChanges.Write(changes))[0].New.ShouldBe("cut\ufffd…");
        AuditSearch.TextOf(Record(CurrentUserInfo.None) with { Changes = changes }).ShouldContain("cut\ufffd…");
    }

    [Fact]
    public void SearchText_Accents_AreFoundWithout()
    {
        var text = AuditSearch.TextOf(Record(new CurrentUserInfo(Name: "Amélie")) with { Changes = [new("Town", "Liège", "CÔTE-d’Or")] });
        AuditSearch.Words("  LIEGE amelie  côte ").ShouldAllBe(word => text.Contains(word));
        AuditSearch.Words("namur").ShouldAllBe(word => !text.Contains(word));
    }

    private static AuditRecord Record(CurrentUserInfo user) =>
        new(Guid.CreateVersion7(Noon), Guid.CreateVersion7(), Noon, user, "Updated", "Company", "42", [], "trace");
}
