using System.Globalization;
using System.Text;
using SQLitePCL;

namespace Platform.EntityFrameworkCore;

/// <summary>Values as Microsoft.Data.Sqlite stores them: what one writes the other must find.</summary>
internal static class SqliteValue
{
    private const int GuidLength = 36;

    /// <returns>SQLite's result code.</returns>
    /// <exception cref="NotSupportedException">The type is none of those a model of Platform has.</exception>
    public static int Bind(sqlite3_stmt statement, int index, object value) => value switch
    {
        string text => raw.sqlite3_bind_text(statement, index, text),
        Guid id => Bind(statement, index, id),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        DateOnly date => raw.sqlite3_bind_text(statement, index, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime time => raw.sqlite3_bind_text(statement, index, time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        decimal number => raw.sqlite3_bind_text(statement, index, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new NotSupportedException($"Bulk inserts on SQLite write no {value.GetType().Name}."),
    };

    private static int Bind(sqlite3_stmt statement, int index, Guid id)
    {
        Span<byte> text = stackalloc byte[GuidLength];
        id.TryFormat(text, out _);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(statement, index, text);
    }
}
