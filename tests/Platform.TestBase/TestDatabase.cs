using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace Platform.TestBase;

/// <summary>The database products every application test runs on.</summary>
public enum TestDatabase
{
    Sqlite,
    PostgreSql,
}

/// <summary>
/// Runs a theory once per database product. Without a PostgreSQL (see etc/services/postgres.sh) its half is skipped, or fails where
/// CI is "true". With arguments: on these products only.
/// </summary>
public sealed class DatabasesAttribute(params TestDatabase[] only) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var postgres = new TheoryDataRow<TestDatabase>(TestDatabase.PostgreSql);
        if (!PostgreSqlServer.IsConfigured && !TestEnvironment.IsContinuousIntegration)
        {
            postgres.Skip = $"PostgreSQL is not configured: set {PostgreSqlServer.OwnerVariable} and {PostgreSqlServer.ApplicationVariable}";
        }

        IReadOnlyCollection<ITheoryDataRow> rows = [new TheoryDataRow<TestDatabase>(TestDatabase.Sqlite), postgres];
        return new(only.Length == 0 ? rows : [.. rows.Where(r => only.Contains((TestDatabase)r.GetData()[0]!))]);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
