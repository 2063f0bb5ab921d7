using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>The company's own settings, without secret ones.</summary>
internal sealed class SettingsExport(ISettingManager settings, ICurrentTenant tenant) : IExportedRecords
{
    public (string Module, string Name) File => ("platform", "settings");

    public IReadOnlyList<string> Columns => ["Name", "Value", "ChangedAt", "ChangedBy"];

    public async Task<IReadOnlyList<object?[]>> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await settings.GetStoredAsync(SettingLevel.Entity, tenant.Id ?? throw new InvalidOperationException("No company is current."), cancellationToken);
        return [.. stored.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new object?[] { s.Key, s.Value.Value, s.Value.ChangedAt, s.Value.ChangedBy })];
    }
}
