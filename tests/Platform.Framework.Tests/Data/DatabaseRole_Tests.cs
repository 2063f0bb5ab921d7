using Microsoft.Extensions.Options;
using Npgsql;
using Platform.EntityFrameworkCore;
using Platform.TestBase;
using Shouldly;
using Xunit;

namespace Platform.Framework.Tests;

/// <summary>What the role that serves people cannot do, whatever statement somebody gets to it.</summary>
[Trait("Req", "TEN-07")]
public sealed class DatabaseRole_Tests(TestHosts hosts)
{
    private static readonly string[] Statements =
    [
        """UPDATE "AuditEntries" SET "Action" = 'x'""",
        """DELETE FROM "AuditEntries" """,
        """TRUNCATE "AuditEntries" """,
        """DROP TABLE "AuditEntries" """,
        """ALTER TABLE "AuditEntries" ADD COLUMN "X" integer""",
        """ALTER TABLE "IdentityRoles" DISABLE ROW LEVEL SECURITY""",
        """ALTER TABLE "IdentityRoles" NO FORCE ROW LEVEL SECURITY""",
        """DROP POLICY platform_tenant ON "IdentityRoles" """,
        """CREATE POLICY all_rows ON "IdentityRoles" USING (true)""",
        """ALTER TABLE "IdentityRoles" OWNER TO CURRENT_USER""",
        """TRUNCATE "IdentityUsers" """,
        """CREATE TABLE public."X" ("Y" integer)""",
        """CREATE OR REPLACE FUNCTION platform_refresh_statistics(name text) RETURNS void LANGUAGE sql AS ''""",
        """CREATE ROLE another""",
        """ALTER ROLE CURRENT_USER BYPASSRLS""",
    ];

    [Theory, Databases(TestDatabase.PostgreSql)]
    public async Task Statements_BeyondServingPeople_AreRefusedByTheDatabase(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        await using var source = NpgsqlDataSource.Create(host.Settings["Database:ConnectionString"]);
        var owner = new NpgsqlConnectionStringBuilder(host.Settings["Database:OwnerConnectionString"]).Username;
        foreach (var statement in Statements.Append($"SET ROLE {owner}"))
        {
            await using var command = source.CreateCommand(statement);
            (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken), statement))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, statement);
        }
    }

    [Theory, Databases(TestDatabase.PostgreSql)]
    public async Task Start_WithARoleOfTooManyRights_IsRefused(TestDatabase database)
    {
        var host = await hosts.GetAsync(database);
        var (application, owner) = (host.Settings["Database:ConnectionString"], host.Settings["Database:OwnerConnectionString"]);
        (await RefusalAsync(application, owner)).ShouldBeNull();
        (await RefusalAsync(application, "")).ShouldBeNull("another host migrates");
        (await RefusalAsync(owner, "")).ShouldNotBeNull().ShouldContain("owner of");
        var (empty, _) = await PostgreSqlServer.CreateDatabaseAsync();
        try
        {
            (await RefusalAsync(empty, empty)).ShouldNotBeNull().ShouldContain("owner of the tables", customMessage: "before there are any");
        }
        finally
        {
            await PostgreSqlServer.DropDatabaseAsync(empty);
        }
    }

    private static async Task<string?> RefusalAsync(string connection, string owner)
    {
        await using var database = new PostgreSqlDatabase(Options.Create(new DatabaseOptions { Provider = "PostgreSql", ConnectionString = connection, OwnerConnectionString = owner }));
        try
        {
            await database.VerifyRoleAsync(TestContext.Current.CancellationToken);
            return null;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }
}
