using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-iban value="@iban" mask="true" /&gt;: an IBAN in groups of four (ISO 13616, print format) that does not wrap.</summary>
[HtmlTargetElement("p-iban")]
public sealed class IbanTagHelper : TagHelper
{
    private const char NoBreakSpace = '\u00a0';

    /// <summary>With or without spaces; null or empty renders a dash.</summary>
    public string? Value { get; set; }

    /// <summary>Shows the first four and the last four characters only; fewer than 12 characters show nothing.</summary>
    public bool Mask { get; set; }

    /// <summary>The same text for attributes, messages and exports.</summary>
    public static string Format(string value, bool mask)
    {
        var iban = value.Replace(" ", "", StringComparison.Ordinal);
        if (mask)
        {
            return iban.Length < 12 ? "••••" : $"{iban[..4]}{NoBreakSpace}••••{NoBreakSpace}{iban[^4..]}";
        }

        return string.Join(NoBreakSpace, iban.Chunk(4).Select(group => new string(group)));
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "p-iban");
        output.Attributes.SetAttribute("translate", "no");
        output.Content.SetContent(string.IsNullOrWhiteSpace(Value) ? "–" : Format(Value, Mask));
    }
}
