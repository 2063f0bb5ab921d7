using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

internal enum OutboxKind
{
    Event,
    Job,
}

[HostWide("Delivered by whichever host is free; holds its tenant and is never shown to people.")]
[DisableAuditing("Carries what audited code has decided.")]
[ErasedFor(nameof(TenantId))]
internal sealed class OutboxMessage
{
    public Guid Id { get; set; }

    public OutboxKind Kind { get; set; }

    public Guid TenantId { get; set; }

    public Guid? UserId { get; set; }

    public string Type { get; set; } = "";

    public string Payload { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime NextAttemptAt { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }
}

[HostWide("Remembers which handler has seen which message; no content.")]
[DisableAuditing("No content.")]
internal sealed class InboxMessage
{
    public Guid MessageId { get; set; }

    public string Handler { get; set; } = "";

    public DateTime ProcessedAt { get; set; }
}

[HostWide("Values of operator, groups, companies and people in one table, read by key only.")]
[DisableAuditing("The setting manager records each change, without secrets.")]
[ErasedFor(nameof(Key))]
internal sealed class SettingValue
{
    public string Name { get; set; } = "";

    public SettingLevel Level { get; set; }

    public Guid Key { get; set; }

    public string Value { get; set; } = "";

    public DateTime? ChangedAt { get; set; }

    public Guid? ChangedBy { get; set; }
}

[HostWide("The Data Protection key ring that all hosts share, encrypted.")]
[DisableAuditing("Key material.")]
internal sealed class KeyRingEntry
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";

    public string Xml { get; set; } = "";
}

[HostWide("Mail kept instead of sent, for development; the page that shows it exists only there.")]
[DisableAuditing("The message that caused it is audited.")]
internal sealed class CapturedMail
{
    public Guid Id { get; set; }

    public DateTime SentAt { get; set; }

    public string To { get; set; } = "";

    public string Subject { get; set; } = "";

    public string Text { get; set; } = "";
}
