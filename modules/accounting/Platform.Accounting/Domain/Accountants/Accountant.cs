using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>Who keeps, or kept, the company's books: a firm on the platform or a contact outside. Former ones stay on record.</summary>
internal sealed class Accountant : IMultiTenant, IHasConcurrencyStamp
{
    public const int NameLength = 140;
    public const int EmailLength = 140;
    public const int PhoneLength = 35;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid TenantId { get; set; }

    /// <summary>The engagement with a firm on the platform; null for a contact outside.</summary>
    public Guid? EngagementId { get; set; }

    /// <summary>The firm on the platform; null for a contact outside.</summary>
    public Guid? FirmId { get; set; }

    /// <summary>Of the firm, or of the contact outside.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where handoffs are sent; of a firm on the platform, its contact's when chosen.</summary>
    public string Email { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Language of mails to it: "en" or "fr".</summary>
    public string Language { get; set; } = "en";

    public DateTime Since { get; init; }

    public DateTime? EndedAt { get; set; }

    public Guid ConcurrencyStamp { get; set; }
}
