using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-icon name="send" /&gt;: a Tabler outline icon inline, hidden from screen readers. An unknown name throws.</summary>
[HtmlTargetElement("p-icon")]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Tabler's name without prefix.</summary>
    public string Name { get; set; } = "";

    /// <summary>Classes added to the svg.</summary>
    public string? Class { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Icons.Svg(Name, Class));
    }
}
