using System.Globalization;

namespace Platform.Kernel;

/// <summary>Texts for somebody else than who caused them.</summary>
public static class ReaderLanguage
{
    /// <summary>Writes texts in the language of whoever will read them.</summary>
    public static T Write<T>(CultureInfo language, Func<T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (ui, format) = (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture);
        try
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (language, language);
            return write();
        }
        finally
        {
            (CultureInfo.CurrentUICulture, CultureInfo.CurrentCulture) = (ui, format);
        }
    }
}
