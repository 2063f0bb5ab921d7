using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>What the company wants, as the settings say it.</summary>
internal sealed class PreNotificationWishes(ISettingProvider settings) : IScopedDependency
{
    public async Task<PreNotificationSettingsDto> GetAsync(CancellationToken cancellationToken) => new(
        (await settings.GetAsync(SepaSettings.PreNotifications, cancellationToken)).AsBoolean(),
        (int)(await settings.GetAsync(SepaSettings.PreNotificationDays, cancellationToken)).AsInt64(),
        (await settings.GetAsync(SepaSettings.PreNotificationLanguage, cancellationToken)).Value,
        (await settings.GetAsync(SepaSettings.PreNotificationContact, cancellationToken)).Value);

    /// <summary>Null where debtors are not told.</summary>
    public async Task<int?> GetNoticeDaysAsync(CancellationToken cancellationToken) =>
        await GetAsync(cancellationToken) is { IsEnabled: true } wishes ? wishes.NoticeDays : null;
}
