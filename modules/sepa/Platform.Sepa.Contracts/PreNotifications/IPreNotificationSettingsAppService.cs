using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Whether and how a company tells its debtors of collections.</summary>
public interface IPreNotificationSettingsAppService : IApplicationService
{
    /// <summary>What applies. Needs <see cref="SepaPermissions.Remittances.Default"/>.</summary>
    Task<PreNotificationSettingsDto> GetAsync(CancellationToken cancellationToken = default);

    /// <summary>Chooses for the company; what is planned keeps its day. Needs <see cref="SepaPermissions.Remittances.Create"/>.</summary>
    /// <exception cref="InputException">Sepa:NumberRange on "NoticeDays", Sepa:LanguageFormat on "Language", Sepa:TextLength on "Contact".</exception>
    Task SaveAsync(PreNotificationSettingsDto input, CancellationToken cancellationToken = default);
}
