using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>
/// The mandate as a form that the debtor signs, in the debtor's language, with the text of the EPC rulebooks (SEP-02). Needs
/// <see cref="SepaPermissions.Mandates.Default"/>.
/// </summary>
public interface IMandateFormAppService : IApplicationService
{
    /// <summary>The form of a mandate in any state.</summary>
    /// <exception cref="EntityNotFoundException">Not in this company, or out of sight.</exception>
    /// <exception cref="BusinessException">Sepa:MandateCreditorMissing where no bank account collects under its creditor identifier.</exception>
    Task<MandateFormDto> GetAsync(Guid mandateId, CancellationToken cancellationToken = default);
}

/// <summary>What a mandate form says.</summary>
/// <param name="Language">"en-GB" or "fr-FR": the debtor's own, else that of the debtor's country, of the company's mails, English.</param>
/// <param name="Reference">Unique mandate reference.</param>
/// <param name="Scheme">Decides the text: CORE with the right to a refund within 8 weeks, B2B without.</param>
/// <param name="Type">Recurrent or one-off.</param>
/// <param name="SignedOn">Null where it is still to be signed.</param>
/// <param name="Creditor">To whom the mandate is given.</param>
/// <param name="Debtor">Who gives it.</param>
/// <param name="SignedOnlineBy">Who signed it through a link; null for a mandate signed on paper, or not yet.</param>
public sealed record MandateFormDto(
    string Language, string Reference, SddScheme Scheme, MandateType Type, DateOnly? SignedOn, MandateCreditorDto Creditor, MandateDebtorDto Debtor,
    string? SignedOnlineBy = null);

/// <summary>Creditor of a mandate form.</summary>
/// <param name="Name">Name.</param>
/// <param name="Identifier">Creditor identifier.</param>
/// <param name="Address">Address.</param>
public sealed record MandateCreditorDto(string Name, string Identifier, AddressDto Address);

/// <summary>Debtor of a mandate form.</summary>
/// <param name="Name">Name.</param>
/// <param name="Address">Empty members where unknown.</param>
/// <param name="Iban">Normal form.</param>
/// <param name="Bic">Normal form, if known.</param>
public sealed record MandateDebtorDto(string Name, AddressDto Address, string Iban, string? Bic);
