using System.Buffers.Text;
using System.Text;
using Platform.Kernel;

namespace Platform.Sepa;

/// <summary>Where a page of a list ended: the key of its last row, opaque to callers.</summary>
internal static class Cursor
{
    private const char Divider = '\u001f';

    public static string Of(Guid id, string key = "") => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{id:N}{Divider}{key}"));

    public static (Guid Id, string Key)? Read(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split(Divider, 2);
            return (Guid.ParseExact(parts[0], "N"), parts[1]);
        }
        catch (Exception e) when (e is FormatException or IndexOutOfRangeException)
        {
            throw new InputException(new FieldError("cursor", SepaErrorCodes.ListParameter, Shorten.To100(cursor)));
        }
    }

    public static int PageSize(int asked, int most = 200) => asked is > 0 && asked <= most
        ? asked
        : throw new InputException(new FieldError("pageSize", SepaErrorCodes.ListParameter, asked.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>Cuts a list that was read with one row too many.</summary>
    public static PagedResult<T> Page<T>(List<T> rows, int size, Func<T, string> cursor, long? total = null)
    {
        if (rows.Count <= size)
            return new PagedResult<T>(rows, null, total);
        rows.RemoveRange(size, rows.Count - size);
        return new PagedResult<T>(rows, cursor(rows[^1]), total);
    }
}

internal static class Shorten
{
    public static string To100(string text) => text.Length <= 100 ? text : text[..100];
}
