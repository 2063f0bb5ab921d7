using Platform.Kernel;

namespace Platform.Identity;

/// <summary>
/// What is known of an old login besides its person: who may take its place, and how far that is. Its person is a <see cref="User"/>
/// whose sign-in address is the login and no address, a member of one company; its profile is that person's roles.
/// </summary>
[DisableAuditing("Each change is recorded as an act; numbers and addresses belong to the customer.")]
internal sealed class LegacyAccount : IMultiTenant, IHasConcurrencyStamp
{
    public const int NumbersLength = 4500;
    public const int EmailsLength = 5200;
    public const int KeyLength = 400;
    public const int MostNumbers = 100;
    public const int MostEmails = 20;
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromDays(1);

    public Guid Id { get; set; }

    public Guid TenantId { get; set; }

    public Guid UserId { get; set; }

    public LegacyState State { get; set; }

    /// <summary>Key of <see cref="Numbers"/>, sealed.</summary>
    [NotExported("A sealed key.")]
    public string NumbersKey { get; set; } = "";

    /// <summary>Keyed hashes of customer code and number together, separated by spaces.</summary>
    [NotExported("Keyed hashes by which a login proves to be its owner.")]
    public string Numbers { get; set; } = "";

    /// <summary>Addresses separated by spaces.</summary>
    public string Emails { get; set; } = "";

    public DateTime? RemindedAt { get; set; }

    public DateTime? DoneAt { get; set; }

    public Guid? MigratedTo { get; set; }

    public Guid ConcurrencyStamp { get; set; }

    public bool IsOpen => State < LegacyState.Done;

    public IReadOnlyList<string> EmailList => Emails.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool Knows(string email) => EmailList.Contains(email, StringComparer.OrdinalIgnoreCase);
}
