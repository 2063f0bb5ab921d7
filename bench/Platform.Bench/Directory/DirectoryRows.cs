using System.Data.Common;
using System.Globalization;
using Platform.Kernel;

namespace Platform.Bench;

/// <summary>Fills the directory with accounting firms made of common names.</summary>
internal static class DirectoryRows
{
    private const string Table = "\"TenancyCompanies\"";

    private static readonly string[] Kinds = ["Cabinet", "Fiduciaire", "Société d'expertise", "Audit & Conseil", "Comptabilité"];
    private static readonly string[] People = ["Lefèvre", "Garcia", "Dupont", "Müller", "Nguyen", "Moreau", "Bernard", "Étienne", "Peeters", "Rossi", "Marchand", "Jørgensen"];
    private static readonly string[] Towns = ["Lyon", "Bruxelles", "Besançon", "Genève", "Marseille", "Liège", "Saint-Étienne", "Luxembourg", "Nîmes", "Orléans"];

    public static (string Name, string VatNumber) Firm(int i) =>
        (string.Create(CultureInfo.InvariantCulture, $"{Kinds[i % 5]} {People[i / 5 % 12]} {Towns[i / 60 % 10]} {i}"),
         string.Create(CultureInfo.InvariantCulture, $"FR{i % 97:00}{300_000_000 + (i * 7L):000000000}"));

    /// <summary>Copies of a firm that is there, under names of their own.</summary>
    public static async Task FillAsync(DbConnection connection, int count)
    {
        var row = await ReadAsync(connection, "fiducia");
        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = Insert(connection, transaction, row);
        for (var i = 0; i < count; i++)
        {
            var (id, firm) = (Guid.CreateVersion7(), Firm(i));
            insert.Parameters["Id"].Value = row["Id"] is Guid ? id : id.ToString().ToUpperInvariant();
            insert.Parameters["Slug"].Value = string.Create(CultureInfo.InvariantCulture, $"bench-{i}");
            (insert.Parameters["Name"].Value, insert.Parameters["VatNumber"].Value) = firm;
            insert.Parameters["SearchText"].Value = SearchTexts.Of("", firm.Name, firm.VatNumber);
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

#pragma warning disable CA2100 // Names of columns, from the database itself.
    private static DbCommand Insert(DbConnection connection, DbTransaction transaction, Dictionary<string, object> row)
    {
        var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {Table} ({string.Join(", ", row.Keys.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", row.Keys.Select(c => $"@{c}"))})";
        foreach (var (column, value) in row)
            Add(insert, column, value);
        return insert;
    }

    private static async Task<Dictionary<string, object>> ReadAsync(DbConnection connection, string slug)
    {
        await using var select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM {Table} WHERE \"Slug\" = @slug";
        Add(select, "slug", slug);
        await using var reader = await select.ExecuteReaderAsync();
        await reader.ReadAsync();
        return Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue);
    }
#pragma warning restore CA2100

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
