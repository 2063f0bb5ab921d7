using Platform.Kernel;

namespace Platform.Sepa.Web;

/// <summary>Rows of a printed list: whole lists are for exports.</summary>
internal static class PrintedRows
{
    public const int Most = 2_000;

    public const int PageSize = 200;

    /// <summary>Page after page, up to <see cref="Most"/> rows.</summary>
    public static async Task<PagedResult<T>> ReadAsync<T>(Func<string?, Task<PagedResult<T>>> read)
    {
        var page = await read(null);
        var rows = new List<T>(page.Items);
        while (page.NextCursor is { } next && rows.Count < Most)
        {
            page = await read(next);
            rows.AddRange(page.Items);
        }

        return new PagedResult<T>(rows, page.NextCursor, page.TotalCount);
    }
}
