using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-alert tone="Warning" title="..."&gt;text, links&lt;/p-alert&gt;: a message that stays on the page.</summary>
[HtmlTargetElement("p-alert")]
public sealed class AlertTagHelper : TagHelper
{
    /// <summary>What the message means; Danger is announced at once by screen readers.</summary>
    public Tone Tone { get; set; } = Tone.Info;

    /// <summary>The message in a few words; null for none.</summary>
    public string? Title { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"p-alert {Tone.CssClass()}");
        output.Attributes.SetAttribute("role", Tone == Tone.Danger ? "alert" : "status");
        output.Content.SetHtmlContent(Icons.Svg(Tone.Icon())).AppendHtml("<div class=\"p-alert-body\">");
        if (!string.IsNullOrEmpty(Title))
        {
            output.Content.AppendHtml(EmptyTagHelper.Element("p", "p-alert-title", Title));
        }

        output.Content.AppendHtml(body).AppendHtml("</div>");
    }
}
