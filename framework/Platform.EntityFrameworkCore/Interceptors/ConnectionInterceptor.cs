using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Platform.EntityFrameworkCore;

/// <summary>Keeps the connection of the unit of work open between the commands of its contexts; the unit of work closes it.</summary>
internal sealed class ConnectionInterceptor : DbConnectionInterceptor
{
    public static readonly ConnectionInterceptor Instance = new();

    public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        new(InterceptionResult.Suppress());
}
