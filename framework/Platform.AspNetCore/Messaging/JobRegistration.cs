using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.EntityFrameworkCore;
using Quartz;

namespace Platform.AspNetCore;

internal static class JobRegistration
{
    public static void AddPlatformJobs(this IServiceCollection services, IConfiguration configuration)
    {
        var database = configuration.GetSection("Database").Get<DatabaseOptions>() ?? new DatabaseOptions();
        services.AddQuartz(quartz =>
        {
            // Alone on its file, a host finds what it was doing when it died under its own name; one of many is found by the others.
            quartz.ConfigureScheduler(o => (o.InstanceName, o.GenerateInstanceId) = ("Platform", database.Provider == "PostgreSql"));
            quartz.UsePersistentStore(store => UseDatabase(store, database));
        });
        services.AddQuartzHostedService(o => (o.WaitForJobsToComplete, o.AwaitApplicationStarted) = (true, true));
        services.AddHostedService<WorkerSchedule>();
        services.AddHostedService<OutboxDispatcher>();
    }

    private static void UseDatabase(IPersistentStoreBuilder store, DatabaseOptions database)
    {
        store.UseSystemTextJsonSerializer(_ => { });
        store.ProvisionSchema();
        store.ConfigureStore(o => o.StoreJobDataAsStrings = true);
        if (database.Provider == "PostgreSql")
        {
            store.UsePostgres(NpgsqlFactory.Instance, PostgreSqlJobs.ConnectionString(database));
            store.UseClustering(_ => { });
        }
        else
        {
            store.UseSqlite(SqliteFactory.Instance, SqliteFile(database));
        }
    }

    // A file of its own: the scheduler's frequent small writes never wait for, or hold up, a long import.
    private static string SqliteFile(DatabaseOptions database)
    {
        var builder = new SqliteConnectionStringBuilder(database.ConnectionString);
        builder.DataSource = Path.ChangeExtension(Path.GetFullPath(builder.DataSource), ".jobs.db");
        Directory.CreateDirectory(Path.GetDirectoryName(builder.DataSource)!);
        return builder.ToString();
    }
}

internal static class PostgreSqlJobs
{
    /// <summary>The schema the application's role may create the scheduler's tables in; made by the migrator.</summary>
    public static string ConnectionString(DatabaseOptions database) =>
        new NpgsqlConnectionStringBuilder(database.ConnectionString) { SearchPath = RowLevelSecurity.JobsSchema, ApplicationName = "Platform jobs" }.ToString();
}
