using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-page-header title="..."&gt;buttons&lt;/p-page-header&gt;: the page's only h1, and its actions, which wrap below it on a phone.</summary>
[HtmlTargetElement("p-page-header")]
public sealed class PageHeaderTagHelper : TagHelper
{
    /// <summary>The heading.</summary>
    public string Title { get; set; } = "";

    /// <summary>One line below it; null for none.</summary>
    public string? Subtitle { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "p-page-header");
        output.Content.SetHtmlContent("<div class=\"p-page-heading\">").AppendHtml(EmptyTagHelper.Element("h1", "p-page-title", Title));
        if (!string.IsNullOrEmpty(Subtitle))
        {
            output.Content.AppendHtml(EmptyTagHelper.Element("p", "p-page-subtitle", Subtitle));
        }

        output.Content.AppendHtml("</div>");
        if (!actions.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"p-actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }
}
