using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

internal sealed class SettingStore(KernelDbContext context, SettingCatalog catalog, IStringEncryptionService encryption, IAuditLog audit)
    : ISettingStore, ISettingManager, IScopedDependency
{
    public async Task<IReadOnlyDictionary<SettingLevel, string>> GetAsync(
        string name, Guid? groupId, Guid? tenantId, Guid? userId, CancellationToken cancellationToken)
    {
        var rows = await context.Settings.AsNoTracking()
            .Where(s => s.Name == name && (
                s.Level == SettingLevel.Operator
                || (s.Level == SettingLevel.Group && s.Key == groupId)
                || (s.Level == SettingLevel.Entity && s.Key == tenantId)
                || (s.Level == SettingLevel.User && s.Key == userId)))
            .ToListAsync(cancellationToken);
        var secret = catalog.Get(name).IsSecret;
        return rows.ToDictionary(r => r.Level, r => secret ? encryption.Decrypt(r.Value, PlaceOf(r.Name, r.Level, r.Key)) : r.Value);
    }

    public async Task SetAsync(string name, SettingLevel level, Guid key, string? value, CancellationToken cancellationToken = default)
    {
        var definition = catalog.Get(name);
        if (level < SettingLevel.Operator || level > definition.Highest)
        {
            throw new BusinessException("Platform:SettingLevel").WithData("name", name).WithData("level", level);
        }

        var row = await context.Settings.SingleOrDefaultAsync(s => s.Name == name && s.Level == level && s.Key == key, cancellationToken);
        Audit(definition, level, row?.Value, value);
        if (value is null)
        {
            context.Settings.RemoveRange(row is null ? [] : [row]);
            return;
        }

        row ??= context.Settings.Add(new SettingValue { Name = name, Level = level, Key = key }).Entity;
        row.Value = definition.IsSecret ? encryption.Encrypt(value, PlaceOf(name, level, key)) : value;
    }

    private static string PlaceOf(string name, SettingLevel level, Guid key) => $"{name}/{level}/{key:N}";

    private void Audit(SettingDefinition definition, SettingLevel level, string? old, string? value)
    {
        var change = definition.IsSecret ? new AuditChange(definition.Name, "***", "***") : new AuditChange(definition.Name, old, value);
        audit.Add("Platform.Setting.Changed", "Setting", $"{definition.Name}/{level}", change);
    }
}
