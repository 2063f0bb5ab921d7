using System.Globalization;
using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class PreNotificationSettingsAppService(
    PreNotificationWishes wishes, ISettingManager manager, IPermissionChecker permissions, ICurrentTenant tenant) : IPreNotificationSettingsAppService
{
    private const int ContactLength = 200;

    public async Task<PreNotificationSettingsDto> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Default, cancellationToken);
        return await wishes.GetAsync(cancellationToken);
    }

    public async Task SaveAsync(PreNotificationSettingsDto input, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Remittances.Create, cancellationToken);
        var fields = new FieldReader();
        var days = fields.Number(nameof(input.NoticeDays), input.NoticeDays, 1, 60);
        var contact = fields.OptionalText(nameof(input.Contact), input.Contact, ContactLength);
        if (!PreNotificationLanguages.All.Contains(input.Language))
            fields.Refuse(nameof(input.Language), SepaErrorCodes.LanguageFormat, input.Language);
        fields.ThrowIfAny();
        await SetAsync(SepaSettings.PreNotifications, input.IsEnabled ? "true" : "false", cancellationToken);
        await SetAsync(SepaSettings.PreNotificationDays, days.ToString(CultureInfo.InvariantCulture), cancellationToken);
        await SetAsync(SepaSettings.PreNotificationLanguage, input.Language, cancellationToken);
        await SetAsync(SepaSettings.PreNotificationContact, contact, cancellationToken);
    }

    private Task SetAsync(string setting, string? value, CancellationToken cancellationToken) =>
        manager.SetAsync(setting, SettingLevel.Entity, tenant.Id!.Value, value, cancellationToken);
}
