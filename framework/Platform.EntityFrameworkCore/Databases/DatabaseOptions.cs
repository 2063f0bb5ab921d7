namespace Platform.EntityFrameworkCore;

/// <summary>Configuration section "Database".</summary>
internal sealed class DatabaseOptions
{
    /// <summary>"Sqlite" (default) or "PostgreSql".</summary>
    public string Provider { get; set; } = "Sqlite";

    /// <summary>What the application connects with. On PostgreSQL a role that owns no table and cannot bypass row-level security.</summary>
    public string ConnectionString { get; set; } = "Data Source=data/platform.db";

    /// <summary>PostgreSQL only: the owner's connection, used for migrations and grants at start. Empty: the schema is managed elsewhere.</summary>
    public string OwnerConnectionString { get; set; } = "";

    /// <summary>Seconds a command may take; on SQLite also how long to wait for the write lock.</summary>
    public int CommandTimeout { get; set; } = 60;
}
