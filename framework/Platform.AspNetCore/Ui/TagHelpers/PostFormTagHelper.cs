using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>
/// Gives every form that posts to a path of this host its antiforgery token, also where MVC leaves it out because the form names
/// its action by hand.
/// </summary>
[HtmlTargetElement("form", Attributes = "method,action")]
public sealed class PostFormTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The view; set by Razor.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        var method = context.AllAttributes["method"].Value?.ToString();
        var action = context.AllAttributes["action"].Value?.ToString();
        if (string.Equals(method, "post", StringComparison.OrdinalIgnoreCase) && action is ['/' or '~', ..] && !context.AllAttributes.ContainsName("asp-antiforgery"))
        {
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
        }
    }
}
