using Microsoft.EntityFrameworkCore;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

internal sealed class SettingStore(
    KernelDbContext context, SettingCatalog catalog, ITenantStore tenants, IStringEncryptionService encryption, IAuditLog audit, ICurrentUser user, TimeProvider clock)
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

        Check(definition, value);
        var row = await context.Settings.SingleOrDefaultAsync(s => s.Name == name && s.Level == level && s.Key == key, cancellationToken);
        Audit(definition, level, row?.Value, value);
        Write(definition, row, level, key, value);
        // At once, so that what is read next in this transaction is what was set.
        await context.SaveChangesAsync(cancellationToken);
        await tenants.RaiseRightsVersionAsync(level, key, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, StoredSetting>> GetStoredAsync(SettingLevel level, Guid key, CancellationToken cancellationToken = default)
    {
        var rows = await context.Settings.AsNoTracking().Where(s => s.Level == level && s.Key == key).ToListAsync(cancellationToken);
        return rows.Where(r => catalog.Find(r.Name) is { IsSecret: false })
            .ToDictionary(r => r.Name, r => new StoredSetting(r.Value, r.ChangedAt, r.ChangedBy), StringComparer.Ordinal);
    }

    private void Write(SettingDefinition definition, SettingValue? row, SettingLevel level, Guid key, string? value)
    {
        if (value is null)
        {
            context.Settings.RemoveRange(row is null ? [] : [row]);
            return;
        }

        row ??= context.Settings.Add(new SettingValue { Name = definition.Name, Level = level, Key = key }).Entity;
        row.Value = definition.IsSecret ? encryption.Encrypt(value, PlaceOf(definition.Name, level, key)) : value;
        (row.ChangedAt, row.ChangedBy) = (clock.GetUtcNow().UtcDateTime, user.Id);
    }

    private static void Check(SettingDefinition definition, string? value)
    {
        if (value is null || definition.Allows(value))
        {
            return;
        }

        throw (definition.Range is { } range
            ? new BusinessException("Platform:SettingRange").WithData("least", range.Least).WithData("most", range.Most)
            : new BusinessException("Platform:SettingTruth")).WithData("name", definition.Name).WithData("value", value);
    }

    private static string PlaceOf(string name, SettingLevel level, Guid key) => $"{name}/{level}/{key:N}";

    private void Audit(SettingDefinition definition, SettingLevel level, string? old, string? value)
    {
        var change = definition.IsSecret ? new AuditChange(definition.Name, "***", "***") : new AuditChange(definition.Name, old, value);
        audit.Add("Platform.Setting.Changed", "Setting", $"{definition.Name}/{level}", change);
    }
}
