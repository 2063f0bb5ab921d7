using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>
/// &lt;p-date value="@row.DueOn" /&gt;: a calendar day, or a UTC moment that the browser turns into local time (without script it
/// says UTC), as the person's culture writes it.
/// </summary>
[HtmlTargetElement("p-date")]
public sealed class DateTagHelper : TagHelper
{
    /// <summary>A DateOnly, or a DateTime in UTC; null renders a dash.</summary>
    public object? Value { get; set; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The value is of another type.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = Value is null ? "span" : "time";
        output.Attributes.SetAttribute("class", "p-date");
        switch (Value)
        {
            case null:
                output.Content.SetContent("–");
                break;
            case DateOnly day:
                output.Attributes.SetAttribute("datetime", day.ToString("O", CultureInfo.InvariantCulture));
                output.Content.SetContent(day.ToString("d", CultureInfo.CurrentCulture));
                break;
            case DateTime moment:
                output.Attributes.SetAttribute("datetime", $"{moment:yyyy-MM-ddTHH:mm:ss}Z");
                output.Attributes.SetAttribute(new TagHelperAttribute("data-p-local"));
                output.Content.SetContent(moment.ToString("g", CultureInfo.CurrentCulture) + " UTC");
                break;
            default:
                throw new ArgumentException($"p-date takes a DateOnly or a DateTime, not {Value.GetType()}.");
        }
    }
}
