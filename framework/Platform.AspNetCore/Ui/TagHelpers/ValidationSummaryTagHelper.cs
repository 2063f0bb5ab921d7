using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>Takes the hidden, styled entry out of an empty validation summary: the content security policy allows no inline style.</summary>
[HtmlTargetElement("div", Attributes = "asp-validation-summary")]
public sealed class ValidationSummaryTagHelper : TagHelper
{
    private const string HiddenEntry = "<li style=\"display:none\"></li>";

    /// <summary>After MVC's own helper.</summary>
    public override int Order => 0;

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var content = output.PostContent.GetContent();
        if (content.Contains(HiddenEntry, StringComparison.Ordinal))
        {
            output.PostContent.SetHtmlContent(content.Replace(HiddenEntry, "", StringComparison.Ordinal));
        }
    }
}
