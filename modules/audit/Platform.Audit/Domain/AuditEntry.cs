using Platform.Kernel;

namespace Platform.Audit;

[Retained(120, "Audit.Retained.Trail")]
[AppendOnly]
[DisableAuditing("The trail itself.")]
internal sealed class AuditEntry : IMultiTenant
{
    public const int NameLength = 128;
    public const int EntityIdLength = 256;
    public const int UserNameLength = 256;
    public const int UserEmailLength = 320;
    public const int ClientAddressLength = 64;
    public const int DeviceLength = 256;
    public const int CorrelationIdLength = 64;
    public const int PersonTextLength = 600;

    private AuditEntry()
    {
    }

    public AuditEntry(AuditRecord record)
    {
        (Id, TenantId, Time) = (record.Id, record.TenantId, record.Time);
        (UserId, UserName, UserEmail) = (record.User.Id, Cut(record.User.Name, UserNameLength), Cut(record.User.Email, UserEmailLength));
        (FirmId, FirmName) = (record.User.ActingFor?.Firm.Id, Cut(record.User.ActingFor?.Firm.Name, UserNameLength));
        (SessionId, ClientAddress, Device) =
            (record.User.SessionId, Cut(record.User.ClientAddress, ClientAddressLength), Cut(record.User.Device, DeviceLength));
        (Action, EntityType, EntityId) =
            (Cut(record.Action, NameLength)!, Cut(record.EntityType, NameLength), Cut(record.EntityId, EntityIdLength));
        CorrelationId = Cut(record.CorrelationId, CorrelationIdLength);
        Changes = AuditChanges.Write(record.Changes);
        PersonText = Cut(AuditSearch.PersonOf(record), PersonTextLength)!;
        SearchText = AuditSearch.TextOf(record);
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public DateTime Time { get; private set; }

    public Guid? UserId { get; private set; }

    public string? UserName { get; private set; }

    public string? UserEmail { get; private set; }

    /// <summary>The firm for which the person acted in a client's company.</summary>
    public Guid? FirmId { get; private set; }

    public string? FirmName { get; private set; }

    public Guid? SessionId { get; private set; }

    public string? ClientAddress { get; private set; }

    public string? Device { get; private set; }

    public string Action { get; private set; } = "";

    public string? EntityType { get; private set; }

    public string? EntityId { get; private set; }

    public string? CorrelationId { get; private set; }

    public string Changes { get; private set; } = "";

    public string PersonText { get; private set; } = "";

    public string SearchText { get; private set; } = "";

    // A value too long for its column must not undo the change that it tells of.
    private static string? Cut(string? text, int length) => text?.Length > length ? WellFormedText.Of(text[..length]) : text;
}
