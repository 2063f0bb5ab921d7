using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Platform.EntityFrameworkCore;

/// <summary>A column of a table as bulk inserts write it.</summary>
internal sealed record BulkColumn(string Table, string Name, Type ProviderType, string StoreType, Func<object, object?> Read)
{
    public static IReadOnlyList<BulkColumn> Of(IEntityType type)
    {
        if (type.GetNavigations().Any(n => n.ForeignKey.IsOwnership) || type.GetComplexProperties().Any())
        {
            throw new NotSupportedException($"{type.ClrType.Name} has owned or complex parts; bulk inserts write plain columns only.");
        }

        return [.. type.GetProperties().Where(p => !p.IsShadowProperty()).Select(p => Of(type, p))];
    }

    public static string Sql(IReadOnlyList<BulkColumn> columns) =>
        $"INSERT INTO \"{columns[0].Table}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))})";

    private static BulkColumn Of(IEntityType type, IProperty property)
    {
        var mapping = property.GetRelationalTypeMapping();
        var getter = property.GetGetter();
        var converter = mapping.Converter;
        return new BulkColumn(
            type.GetTableName()!,
            property.GetColumnName(),
            converter?.ProviderClrType ?? Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType,
            mapping.StoreTypeNameBase,
            converter is null ? getter.GetClrValue : row => converter.ConvertToProvider(getter.GetClrValue(row)));
    }
}

internal interface IBulkTarget : IAsyncDisposable
{
    /// <summary>Fewer do not mislead it for long, or not by much.</summary>
    const int RowsThatMisleadThePlanner = 1_000;

    Task WriteAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken);

    /// <summary>After the last batch of so many rows.</summary>
    Task CompleteAsync(int count, CancellationToken cancellationToken);
}
