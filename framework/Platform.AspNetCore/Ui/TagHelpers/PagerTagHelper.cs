using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Platform.Kernel;

namespace Platform.AspNetCore;

/// <summary>
/// &lt;p-pager previous="@url" next="@url" text="..." target="#list" /&gt;: paging by key. Plain links; with a target htmx swaps that
/// element and puts the link into the address bar.
/// </summary>
[HtmlTargetElement("p-pager")]
public sealed class PagerTagHelper(IStringLocalizer<PlatformResource> texts) : TagHelper
{
    /// <summary>URL of the page before; null or empty on the first. Razor passes a null in an attribute as an empty text.</summary>
    public string? Previous { get; set; }

    /// <summary>URL of the page after; null or empty on the last.</summary>
    public string? Next { get; set; }

    /// <summary>Where in the list this page is: "20 of 437".</summary>
    public string? Text { get; set; }

    /// <summary>CSS selector of the element to swap; null for full pages.</summary>
    public string? Target { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "p-pager");
        output.Attributes.SetAttribute("aria-label", texts["Pager:Label"].Value);
        output.Content.SetHtmlContent(EmptyTagHelper.Element("span", "p-pager-text", Text ?? ""));
        output.Content.AppendHtml(Link(Previous, "prev", "chevron-left")).AppendHtml(Link(Next, "next", "chevron-right"));
    }

    private TagBuilder Link(string? url, string relation, string icon)
    {
        var link = new TagBuilder(string.IsNullOrEmpty(url) ? "span" : "a");
        link.AddCssClass(string.IsNullOrEmpty(url) ? "btn btn-sm disabled" : "btn btn-sm");
        if (!string.IsNullOrEmpty(url))
        {
            link.MergeAttributes(new Dictionary<string, string?> { ["href"] = url, ["rel"] = relation });
            if (!string.IsNullOrEmpty(Target))
            {
                link.MergeAttributes(new Dictionary<string, string?> { ["hx-get"] = url, ["hx-target"] = Target, ["hx-push-url"] = "true" });
            }
        }

        var text = EmptyTagHelper.Element("span", "", texts[relation == "prev" ? "Pager:Previous" : "Pager:Next"].Value);
        link.InnerHtml.AppendHtml(relation == "prev" ? Icons.Svg(icon) : text).AppendHtml(relation == "prev" ? text : Icons.Svg(icon));
        return link;
    }
}
