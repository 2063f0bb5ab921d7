using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-empty icon="inbox" title="..." text="..."&gt;actions&lt;/p-empty&gt;: says why a list is empty and what to do next.</summary>
[HtmlTargetElement("p-empty")]
public sealed class EmptyTagHelper : TagHelper
{
    /// <summary>A Tabler icon.</summary>
    public string Icon { get; set; } = "inbox";

    /// <summary>What is missing.</summary>
    public string Title { get; set; } = "";

    /// <summary>How it comes here; null for nothing.</summary>
    public string? Text { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "p-empty");
        output.Content.SetHtmlContent(Icons.Svg(Icon, "p-empty-icon")).AppendHtml(Element("p", "p-empty-title", Title));
        if (!string.IsNullOrEmpty(Text))
        {
            output.Content.AppendHtml(Element("p", "p-empty-text", Text));
        }

        if (!actions.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"p-empty-actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }

    internal static TagBuilder Element(string tag, string cssClass, string text)
    {
        var element = new TagBuilder(tag);
        element.AddCssClass(cssClass);
        element.InnerHtml.Append(text);
        return element;
    }
}
