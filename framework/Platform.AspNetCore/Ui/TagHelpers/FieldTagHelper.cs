using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Platform.AspNetCore;

/// <summary>
/// &lt;p-field for="Input.Name" label="..." hint="..." /&gt;: label, control, hint and the errors of the model state beside the field,
/// tied together for screen readers. Other attributes (autocomplete, inputmode, placeholder, ...) go to the control.
/// </summary>
[HtmlTargetElement("p-field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    private bool _isRequired;

    /// <summary>The model property; its type decides the control: text, number, day, check box or file.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The visible label.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help that is always visible: format, example, consequence.</summary>
    public string? Hint { get; set; }

    /// <summary>An input type instead of the property's own: "password", "email".</summary>
    public string? Type { get; set; }

    /// <summary>Choices: renders a select.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Lines of a text area; 0 for a single-line control.</summary>
    public int Rows { get; set; }

    /// <summary>The view's context.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string FullName => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);

    private string Id => TagBuilder.CreateSanitizedId(FullName, generator.IdAttributeDotReplacement);

    private bool IsCheckBox => Options is null && For.ModelExplorer.ModelType == typeof(bool);

    // MVC itself has no control for a calendar day.
    private bool IsDay => Type is null && Options is null && For.Metadata.UnderlyingOrModelType == typeof(DateOnly);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        _isRequired = !IsCheckBox && (For.Metadata.IsRequired || output.Attributes.ContainsName("required"));
        var errors = ViewContext.ViewData.ModelState.TryGetValue(FullName, out var entry) ? entry.Errors.Select(e => e.ErrorMessage).ToList() : [];
        var control = Control(context, Describe(new TagHelperAttributeList(output.Attributes), errors.Count > 0));
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", IsCheckBox ? "p-field p-field-check" : "p-field");
        output.Content.Clear();
        output.Content.AppendHtml(IsCheckBox ? control : LabelTag()).AppendHtml(IsCheckBox ? LabelTag() : control);
        if (!string.IsNullOrEmpty(Hint))
        {
            output.Content.AppendHtml(Note("hint", Hint, HtmlString.Empty));
        }

        if (errors.Count > 0)
        {
            output.Content.AppendHtml(Note("error", string.Join(' ', errors), Icons.Svg("alert-circle")));
        }
    }

    private TagHelperAttributeList Describe(TagHelperAttributeList attributes, bool invalid)
    {
        var own = attributes.TryGetAttribute("class", out var given) ? $" {given.Value}" : "";
        var kind = IsCheckBox ? "form-check-input" : Options is null ? "form-control" : "form-select";
        attributes.SetAttribute("class", kind + own + (invalid ? " is-invalid" : ""));
        if (!string.IsNullOrEmpty(Hint) || invalid)
        {
            attributes.SetAttribute("aria-describedby", $"{(string.IsNullOrEmpty(Hint) ? "" : $"{Id}-hint")} {(invalid ? $"{Id}-error" : "")}".Trim());
        }

        if (invalid)
        {
            attributes.SetAttribute("aria-invalid", "true");
        }

        if (_isRequired)
        {
            attributes.SetAttribute(new TagHelperAttribute("required"));
        }

        return attributes;
    }

    private TagHelperOutput Control(TagHelperContext context, TagHelperAttributeList attributes)
    {
        var type = IsDay ? "date" : Type;
        var (tag, helper) = Options is not null ? ("select", (TagHelper)new SelectTagHelper(generator) { For = For, Items = Options, ViewContext = ViewContext })
            : Rows > 0 ? ("textarea", new TextAreaTagHelper(generator) { For = For, ViewContext = ViewContext })
            : ("input", new InputTagHelper(generator) { For = For, InputTypeName = type, Format = IsDay ? "{0:yyyy-MM-dd}" : null, ViewContext = ViewContext });
        if (tag == "input" && type is not null)
        {
            attributes.SetAttribute("type", type);
        }

        if (tag == "textarea")
        {
            attributes.SetAttribute("rows", Rows);
        }

        var inner = new TagHelperContext(new TagHelperAttributeList(attributes), context.Items, context.UniqueId);
        var output = new TagHelperOutput(tag, attributes, NoContent) { TagMode = tag == "input" ? TagMode.StartTagOnly : TagMode.StartTagAndEndTag };
        helper.Init(inner);
        helper.Process(inner, output);
        return output;
    }

    private TagBuilder LabelTag()
    {
        var label = EmptyTagHelper.Element("label", IsCheckBox ? "form-check-label" : "form-label", Label);
        label.Attributes["for"] = Id;
        if (_isRequired)
        {
            label.InnerHtml.AppendHtml("<span class=\"p-required\" aria-hidden=\"true\">*</span>");
        }

        return label;
    }

    private TagBuilder Note(string kind, string text, IHtmlContent icon)
    {
        var note = new TagBuilder("div");
        note.AddCssClass($"p-{kind}");
        note.Attributes["id"] = $"{Id}-{kind}";
        note.InnerHtml.AppendHtml(icon).AppendHtml(EmptyTagHelper.Element("span", "", text));
        return note;
    }

    private static Task<TagHelperContent> NoContent(bool useCachedResult, HtmlEncoder encoder) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent());
}
