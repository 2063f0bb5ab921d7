using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>&lt;p-money cents="@row.AmountCents" /&gt;: an amount in euro as the person's culture writes it, in tabular figures.</summary>
[HtmlTargetElement("p-money")]
public sealed class MoneyTagHelper : TagHelper
{
    /// <summary>Euro cents; null renders a dash.</summary>
    public long? Cents { get; set; }

    /// <summary>The same text for attributes and messages: "1 234,56 €" in French, "€1,234.56" in English; no space of it breaks a line.</summary>
    public static string Format(long cents)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = "€";
        format.CurrencyDecimalDigits = 2;
        return (cents / 100m).ToString("C", format).Replace(' ', '\u00a0');
    }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Cents < 0 ? "p-money p-money-negative" : "p-money");
        output.Content.SetContent(Cents is { } cents ? Format(cents) : "–");
    }
}
