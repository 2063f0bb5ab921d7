using Platform.Kernel;

namespace Platform.Accounting;

/// <summary>
/// The e-mail address of the current company's inbox. Active members may write to it, and whom the company allows besides; what comes from
/// others is refused before it is read. A sender's address can be forged: documents say from whom they came, and wait as new.
/// </summary>
public interface IInboxAddressAppService : IApplicationService
{
    /// <summary>All about it. Needs <see cref="AccountingPermissions.MailIn.Default"/>.</summary>
    Task<InboxAddressDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Turns it on, or replaces it: the former address ends at once and for good. Needs <see cref="AccountingPermissions.MailIn.Edit"/>, as
    /// all that follows does.
    /// </summary>
    /// <exception cref="BusinessException">Accounting:MailInUnavailable.</exception>
    Task<InboxAddressDto> RenewAsync(CancellationToken cancellationToken = default);

    /// <summary>Turns it off; turned on again it is another one. Nothing happens when it is off.</summary>
    Task TurnOffAsync(CancellationToken cancellationToken = default);

    /// <summary>Allows one more sender; one that is allowed stays so.</summary>
    /// <exception cref="InputException">Accounting:SenderFormat, Accounting:SendersMany.</exception>
    Task AllowAsync(AllowSenderInput input, CancellationToken cancellationToken = default);

    /// <summary>Takes an allowed sender off the list.</summary>
    /// <exception cref="EntityNotFoundException">There is none with this id.</exception>
    Task DisallowAsync(Guid id, CancellationToken cancellationToken = default);
}

/// <summary>The inbox's address and what happens at it.</summary>
/// <param name="IsAvailable">Whether this installation receives mail at all.</param>
/// <param name="Address">Null while it is off.</param>
/// <param name="Since">When the present address was made, UTC; null while it is off.</param>
/// <param name="MaxBytes">Largest mail, as it is on its way: attachments grow by a third.</param>
/// <param name="Allowed">Who may write besides the members.</param>
/// <param name="Refused">Who tried without being allowed, the latest first; at most 100, for 90 days.</param>
/// <param name="Received">The latest mails, at most 20, of 90 days.</param>
public sealed record InboxAddressDto(
    bool IsAvailable, string? Address, DateTime? Since, int MaxBytes, IReadOnlyList<AllowedSenderDto> Allowed, IReadOnlyList<RefusedSenderDto> Refused,
    IReadOnlyList<ReceivedMailDto> Received);

/// <summary>Somebody who may write.</summary>
/// <param name="Id">Of the entry.</param>
/// <param name="Sender">An address, or "@" and a domain for everybody there.</param>
/// <param name="Since">UTC.</param>
public sealed record AllowedSenderDto(Guid Id, string Sender, DateTime Since);

/// <summary>Somebody who was refused.</summary>
/// <param name="Sender">Address; empty where the mail named none.</param>
/// <param name="Times">How often.</param>
/// <param name="LastAt">UTC.</param>
public sealed record RefusedSenderDto(string Sender, int Times, DateTime LastAt);

/// <summary>A mail that was taken.</summary>
/// <param name="From">Address of the sender.</param>
/// <param name="Subject">Empty for none.</param>
/// <param name="Documents">So many it made; attachments that the inbox had already made none.</param>
/// <param name="ReceivedAt">UTC.</param>
public sealed record ReceivedMailDto(string From, string Subject, int Documents, DateTime ReceivedAt);

/// <summary>Who may write from now on.</summary>
/// <param name="Sender">An e-mail address, or a domain for everybody there.</param>
public sealed record AllowSenderInput(string? Sender);

/// <summary>What the inbox's address takes.</summary>
public static class MailInLimits
{
    /// <summary>Most allowed senders of a company.</summary>
    public const int MaxSenders = 100;

    /// <summary>Most attachments of a mail.</summary>
    public const int MaxAttachments = 100;
}
