using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.Framework.Tests.Ui;

internal static class TagHelperRenderer
{
    /// <summary>The HTML a tag helper makes of an element with this content and these unbound attributes.</summary>
    public static async Task<string> RenderAsync(TagHelper helper, string content = "", params (string Name, string Value)[] attributes)
    {
        var list = new TagHelperAttributeList(attributes.Select(a => new TagHelperAttribute(a.Name, a.Value)));
        var context = new TagHelperContext(new TagHelperAttributeList(list), new Dictionary<object, object>(), "test");
        var output = new TagHelperOutput("p-test", list, (_, _) => Task.FromResult(new DefaultTagHelperContent().SetHtmlContent(content)));
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        await using var writer = new StringWriter();
        output.WriteTo(writer, HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    public static async Task<T> InCultureAsync<T>(string culture, Func<Task<T>> work)
    {
        var (format, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return await work();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (format, language);
        }
    }
}
