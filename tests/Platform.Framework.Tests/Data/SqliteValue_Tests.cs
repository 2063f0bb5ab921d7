using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Platform.EntityFrameworkCore;
using Shouldly;
using SQLitePCL;
using Xunit;

namespace Platform.Framework.Tests;

/// <summary>What a bulk insert wrote, a query's parameter must find.</summary>
public sealed class SqliteValue_Tests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public SqliteValue_Tests() => _connection.Open();

    public static TheoryData<object> Values =>
    [
        "", "Größe 🏦 'x'", 0, int.MinValue, long.MaxValue, true, false, Guid.Empty, Guid.Parse("01a21a77-7f95-7000-b782-391592195cf3"),
        new DateOnly(2026, 11, 27), DateOnly.MinValue, new DateTime(2026, 11, 27, 8, 5, 0, DateTimeKind.Utc), new DateTime(639_000_000_000_000_010, DateTimeKind.Utc),
        new DateTime(639_000_000_001_000_000, DateTimeKind.Local), 0m, 1.50m, -0.0000001m, decimal.MaxValue, Array.Empty<byte>(), new byte[] { 0, 255 },
    ];

    [Theory, MemberData(nameof(Values))]
    public void Bind_AnyValue_StoresWhatAParameterStores(object value) => Bound(value).ShouldBe(Parameter(value));

    [Fact]
    public void Bind_RandomValues_StoresWhatAParameterStores()
    {
        var moments = ArbMap.Default.GeneratorFor<DateTime>().Select(t => (object)t);
        var decimals = ArbMap.Default.GeneratorFor<decimal>().Select(d => (object)d);
        var guids = ArbMap.Default.GeneratorFor<Guid>().Select(g => (object)g);
        Prop.ForAll(Gen.OneOf(moments, decimals, guids).ToArbitrary(), value => Bound(value) == Parameter(value)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bind_TypeThatNoModelHas_IsRefused() => Should.Throw<NotSupportedException>(() => Bound(1.5f)).Message.ShouldContain("Single");

    public void Dispose() => _connection.Dispose();

    private string Bound(object value)
    {
        raw.sqlite3_prepare_v2(_connection.Handle, "SELECT typeof(?1) || quote(?1)", out var statement).ShouldBe(raw.SQLITE_OK);
        using (statement)
        {
            SqliteValue.Bind(statement, 1, value).ShouldBe(raw.SQLITE_OK);
            raw.sqlite3_step(statement).ShouldBe(raw.SQLITE_ROW);
            return raw.sqlite3_column_text(statement, 0).utf8_to_string();
        }
    }

    private string Parameter(object value)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT typeof(@value) || quote(@value)";
        command.Parameters.AddWithValue("@value", value);
        return (string)command.ExecuteScalar()!;
    }
}
