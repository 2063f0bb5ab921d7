using System.Buffers.Text;
using System.Text;
using Platform.Kernel;

namespace Platform.Tenancy;

/// <summary>Where a page of a list by name ended, opaque to callers.</summary>
internal static class NameCursor
{
    public static string Write(string name, Guid id) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{id:N}{name}"));

    public static (string Name, Guid Id) Read(string cursor)
    {
        try
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            return (text[32..], Guid.ParseExact(text[..32], "N"));
        }
        catch (Exception e) when (e is FormatException or ArgumentOutOfRangeException)
        {
            throw Invalid(cursor);
        }
    }

    public static BusinessException Invalid(string cursor) =>
        new BusinessException(TenancyErrorCodes.CursorInvalid).WithData("value", cursor.Length > 100 ? cursor[..100] : cursor);
}
