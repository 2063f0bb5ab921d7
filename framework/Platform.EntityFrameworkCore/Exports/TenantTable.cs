using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Platform.Kernel;

namespace Platform.EntityFrameworkCore;

/// <summary>A table with rows of companies, as their exports and their erasure need it.</summary>
public sealed class TenantTable
{
    private readonly Reading[] _columns;

    private TenantTable(ContextRegistration context, ITable table, IReadOnlyList<Type> types, IReadOnlyList<string> owners)
    {
        (TableName, Owners) = (table.Name, owners);
        (KeptOut, Retained) = (Find<NotExportedAttribute>(types)?.Reason, Find<RetainedAttribute>(types));
        (IsExported, IsAppendOnly) = (KeptOut is null && Find<ErasedForAttribute>(types) is null, Find<AppendOnlyAttribute>(types) is not null);
        RefersTo = [.. table.ForeignKeyConstraints.Select(k => k.PrincipalTable.Name).Where(n => n != TableName)];
        OwnReferences = [.. table.ForeignKeyConstraints.Where(k => k.PrincipalTable == table).SelectMany(k => k.Columns).Where(c => c.IsNullable).Select(c => c.Name)];
        (Module, Name) = (context.Prefix.ToLowerInvariant(), Kebab(table.Name[context.Prefix.Length..]));
        var kept = table.Columns.ToLookup(c => ReasonOf(c) is null);
        _columns = [.. kept[true].Select(c => new Reading(c.Name, c.PropertyMappings[0].TypeMapping))];
        LeftOut = [.. kept[false].Select(c => new LeftOut($"{Module}/{Name}", c.Name, ReasonOf(c)!))];
        Key = [.. table.PrimaryKey!.Columns.Select(c => Array.FindIndex(_columns, r => r.Name == c.Name))];
        File = Find<ExportedFileAttribute>(types);
    }

    /// <summary>The module's table prefix in small letters.</summary>
    public string Module { get; }

    /// <summary>Of the table without the prefix: "bank-answers".</summary>
    public string Name { get; }

    /// <summary>In the order of the values of a row.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(c => c.Name)];

    /// <summary>Columns that no row shows.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    /// <summary>What its rows' blobs are called; null where they have none.</summary>
    public ExportedFileAttribute? File { get; }

    /// <summary>Name in the database.</summary>
    public string TableName { get; }

    /// <summary>Whether its rows outlive the company, and why; null where they are erased with it.</summary>
    public RetainedAttribute? Retained { get; }

    /// <summary>Names of the other tables that its foreign keys refer to.</summary>
    public IReadOnlyList<string> RefersTo { get; }

    internal bool IsExported { get; }

    internal bool IsAppendOnly { get; }

    /// <summary>Why no export holds it.</summary>
    internal string? KeptOut { get; }

    /// <summary>Columns that refer to other rows of the same table.</summary>
    internal IReadOnlyList<string> OwnReferences { get; }

    internal IReadOnlyList<string> Owners { get; }

    internal IReadOnlyList<int> Key { get; }

    /// <summary>Where a row stands, as text: what follows is read from there.</summary>
    public string CursorOf(object?[] row) => JsonSerializer.Serialize(Key.Select(i => Convert.ToString(row[i], CultureInfo.InvariantCulture)));

    /// <summary>Tables of a module's context whose rows belong to companies.</summary>
    internal static IEnumerable<TenantTable> Of(ContextRegistration context, IModel model)
    {
        // A table that another module's context owns is read there.
        foreach (var table in model.GetRelationalModel().Tables.Where(t => t.Name.StartsWith(context.Prefix, StringComparison.Ordinal)))
        {
            var types = table.EntityTypeMappings.Select(m => m.TypeBase.ClrType).ToList();
            var owners = types.Any(typeof(IMultiTenant).IsAssignableFrom) ? [nameof(IMultiTenant.TenantId)]
                : Find<ExportedForAttribute>(types)?.Properties ?? Find<ErasedForAttribute>(types)?.Properties;
            if (owners is not null)
                yield return new TenantTable(context, table, types, owners);
        }
    }

    internal object?[] Read(DbDataReader reader) => [.. _columns.Select((c, i) => reader.IsDBNull(i) ? null : c.Value(reader, i))];

    /// <summary>Adds "@k0" and so on: the key that <see cref="CursorOf"/> wrote.</summary>
    internal void AddKey(DbCommand command, string cursor)
    {
        foreach (var (value, i) in JsonSerializer.Deserialize<string[]>(cursor)!.Select((v, i) => (v, i)))
            command.Parameters.Add(_columns[Key[i]].Parameter(command, $"@k{i}", value));
    }

    private static T? Find<T>(IEnumerable<Type> types) where T : Attribute => types.Select(t => t.GetCustomAttribute<T>()).FirstOrDefault(a => a is not null);

    private static string? ReasonOf(IColumn column) => column.PropertyMappings
        .Select(m => m.Property.PropertyInfo?.GetCustomAttribute<NotExportedAttribute>()?.Reason).FirstOrDefault(r => r is not null);

    private static string Kebab(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"-{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    /// <summary>A column, and how both databases give its values alike.</summary>
    private sealed record Reading(string Name, CoreTypeMapping Mapping)
    {
        private Type Type => Nullable.GetUnderlyingType(Provided) ?? Provided;

        private Type Provided => Mapping.Converter?.ProviderClrType ?? Mapping.ClrType;

        public object Value(DbDataReader reader, int ordinal) => Type switch
        {
            var t when t == typeof(Guid) => reader.GetGuid(ordinal),
            var t when t == typeof(DateTime) => DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc),
            var t when t == typeof(DateOnly) => reader.GetFieldValue<DateOnly>(ordinal),
            var t when t == typeof(TimeOnly) => reader.GetFieldValue<TimeOnly>(ordinal),
            var t when t == typeof(bool) => reader.GetBoolean(ordinal),
            _ => reader.GetValue(ordinal),
        };

        public DbParameter Parameter(DbCommand command, string name, string text)
        {
            var given = Type == typeof(Guid) ? Guid.Parse(text) : Convert.ChangeType(text, Type, CultureInfo.InvariantCulture);
            return ((RelationalTypeMapping)Mapping).CreateParameter(command, name, Mapping.Converter?.ConvertFromProvider(given) ?? given);
        }
    }
}

/// <summary>What an export does not hold.</summary>
/// <param name="Table">Module and table.</param>
/// <param name="Column">Null for the whole table.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(string Table, string? Column, string Reason);
