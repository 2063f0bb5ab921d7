using Platform.Kernel;

namespace Platform.ModuleName;

/// <summary>Belongs to the client, whose company it concerns; the firm works on it as long as it is engaged.</summary>
internal sealed class Matter : IMultiTenant, IHasConcurrencyStamp
{
    public const int SubjectLength = 200;
    public const int FirmLength = 140;

    private Matter()
    {
    }

    public Guid Id { get; private set; }

    public Guid TenantId { get; set; }

    public Guid FirmId { get; private set; }

    public string Firm { get; private set; } = "";

    public string Subject { get; private set; } = "";

    public DateTime OpenedAt { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    public Guid ConcurrencyStamp { get; set; }

    public static Matter Open(TenantInfo firm, string? subject, DateTime now)
    {
        var text = subject?.Trim() ?? "";
        if (text.Length == 0)
            throw new InputException(new FieldError(nameof(Subject), ModuleNameErrorCodes.SubjectRequired));
        if (text.Length > SubjectLength)
            throw new InputException(new FieldError(nameof(Subject), ModuleNameErrorCodes.SubjectTooLong, text[..100]));
        return new Matter { Id = Guid.CreateVersion7(), FirmId = firm.Id, Firm = firm.Name, Subject = text, OpenedAt = now };
    }

    public void Close(DateTime now)
    {
        if (ClosedAt is not null)
            throw new BusinessException(ModuleNameErrorCodes.MatterClosed).WithData("subject", Subject);
        ClosedAt = now;
    }
}
