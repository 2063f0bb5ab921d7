using System.Globalization;

namespace Platform.Notifications.Tests;

public sealed class Notification_Tests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/t/nova/remittances")]
    [InlineData("https://elsewhere.example")]
    [InlineData("../nova/remittances")]
    [InlineData("\\\\elsewhere")]
    public void Create_AddressOutOfTheCompany_IsRefused(string url) =>
        Should.Throw<ArgumentException>(() => Notification.Create(Guid.CreateVersion7(), new NotificationDto("Test", Url: url), Now));

    [Fact]
    public void Create_TooMuchData_IsRefused() =>
        Should.Throw<ArgumentException>(() => Notification.Create(
            Guid.CreateVersion7(), new NotificationDto("Test", new Dictionary<string, object> { ["text"] = new string('x', 2_000) }), Now));

    [Fact]
    public void Data_OfAnUnknownKind_IsRefused() =>
        Should.Throw<ArgumentException>(() => NotificationData.Write(new Dictionary<string, object> { ["value"] = 1.5 }));

    [Fact]
    public void Data_WrittenAndRead_IsFormattedForTheReader()
    {
        var stored = NotificationData.Write(new Dictionary<string, object>
        {
            ["number"] = "SDD-2026-00012",
            ["count"] = 1200,
            ["total"] = 1234.5m,
            ["date"] = new DateOnly(2026, 11, 30),
        });
        var former = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
        var read = NotificationData.Read(stored);
        CultureInfo.CurrentCulture = former;
        (read["number"], read["count"], read["total"], read["date"]).ShouldBe(("SDD-2026-00012", "1,200", "1,234.50", "30/11/2026"));
    }
}
