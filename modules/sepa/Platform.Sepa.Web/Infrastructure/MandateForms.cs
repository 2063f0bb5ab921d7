using System.Globalization;
using Platform.Kernel;

namespace Platform.Sepa.Web;

internal static class MandateForms
{
    public static T InLanguage<T>(this MandateFormDto form, Func<T> write) => ReaderLanguage.Write(CultureInfo.GetCultureInfo(form.Language), write);

    /// <summary>References may hold what file names may not.</summary>
    public static string FileName(this MandateFormDto form) =>
        "mandate-" + new string([.. form.Reference.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
}
