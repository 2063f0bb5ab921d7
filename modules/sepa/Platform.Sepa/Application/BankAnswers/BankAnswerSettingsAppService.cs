using Platform.Kernel;

namespace Platform.Sepa;

internal sealed class BankAnswerSettingsAppService(
    ISettingProvider settings, ISettingManager manager, ReasonTexts reasons, IPermissionChecker permissions, ICurrentTenant tenant) : IBankAnswerSettingsAppService
{
    public async Task<IReadOnlyList<MandateSuspensionDto>> GetAsync(CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.BankAnswers.Default, cancellationToken);
        var list = new List<MandateSuspensionDto>();
        foreach (var (code, setting) in SepaSettings.SuspendMandateOn)
            list.Add(new MandateSuspensionDto(reasons.Of(code)!, (await settings.GetAsync(setting, cancellationToken)).AsBoolean()));
        return list;
    }

    public async Task SaveAsync(IReadOnlyCollection<string> reasons, CancellationToken cancellationToken = default)
    {
        await permissions.CheckAsync(SepaPermissions.Mandates.Edit, cancellationToken);
        if (reasons.FirstOrDefault(r => !SepaSettings.SuspendMandateOn.ContainsKey(r)) is { } unknown)
            throw new InputException(new FieldError("Reasons", SepaErrorCodes.ListParameter, Shorten.To100(unknown)));
        foreach (var (code, setting) in SepaSettings.SuspendMandateOn)
            await manager.SetAsync(setting, SettingLevel.Entity, tenant.Id!.Value, reasons.Contains(code) ? "true" : "false", cancellationToken);
    }
}
