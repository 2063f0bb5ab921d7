using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-status value="Approved" tone="Success" text="@L[...]" /&gt;: a badge of icon and word.</summary>
[HtmlTargetElement("p-status")]
public sealed class StatusTagHelper : TagHelper
{
    /// <summary>The state's invariant name, kept in data-status for scripts and tests.</summary>
    public string? Value { get; set; }

    /// <summary>The word shown, in the user's language.</summary>
    public string Text { get; set; } = "";

    /// <summary>What the state means.</summary>
    public Tone Tone { get; set; }

    /// <summary>A Tabler icon instead of the tone's own.</summary>
    public string? Icon { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"p-status {Tone.CssClass()}");
        if (Value is not null)
        {
            output.Attributes.SetAttribute("data-status", Value);
        }

        output.Content.SetHtmlContent(Icons.Svg(Icon ?? Tone.Icon())).Append(Text);
    }
}
