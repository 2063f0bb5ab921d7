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
    /// <summary>The model property; its type decides the control: text, number, date, check box or file.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The visible label.</summary>
    public string Label { get; set; } = "";

    /// <summary>Help that is always visible: format, example, consequence.</summary>
    public string? Hint { get; set; }

    /// <summary>An input type instead of the property's own: "password", "email", "date".</summary>
    public string? Type { get; set; }

    /// <summary>Choices: renders a select.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Lines of a text area; 0 for a single-line control.</summary>
    public int Rows { get; set; }

    /// <summary>The view's context.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    private string Id => TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), generator.IdAttributeDotReplacement);

    private bool IsCheckBox => Options is null && For.ModelExplorer.ModelType == typeof(bool);

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var errors = Errors();
        var control = Control(context, Attributes(output.Attributes, errors.Count > 0));
        output.Attributes.Clear();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", IsCheckBox ? "p-field p-field-check" : "p-field");
        output.Content.Clear();
        output.Content.AppendHtml(IsCheckBox ? control : LabelTag()).AppendHtml(IsCheckBox ? LabelTag() : control);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Note("hint", "p-hint", [Hint]));
        }

        if (errors.Count > 0)
        {
            output.Content.AppendHtml(Note("error", "p-error", errors, Icons.Svg("alert-circle")));
        }
    }

    private List<string> Errors()
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        return ViewContext.ModelState.TryGetValue(name, out var entry) ? [.. entry.Errors.Select(e => e.ErrorMessage).Where(m => m.Length > 0)] : [];
    }

    private TagHelperAttributeList Attributes(TagHelperAttributeList given, bool invalid)
    {
        var result = new TagHelperAttributeList(given);
        result.SetAttribute("class", (IsCheckBox ? "form-check-input" : Options is null ? "form-control" : "form-select") + (invalid ? " is-invalid" : ""));
        var described = string.Join(' ', new[] { Hint is null ? null : $"{Id}-hint", invalid ? $"{Id}-error" : null }.OfType<string>());
        if (described.Length > 0)
        {
            result.SetAttribute("aria-describedby", described);
        }

        if (invalid)
        {
            result.SetAttribute("aria-invalid", "true");
        }

        if (For.Metadata.IsRequired && !IsCheckBox)
        {
            result.SetAttribute(new TagHelperAttribute("required"));
        }

        return result;
    }

    private TagHelperOutput Control(TagHelperContext context, TagHelperAttributeList attributes)
    {
        if (Type is not null)
        {
            attributes.SetAttribute("type", Type);
        }

        TagHelper helper = Options is not null ? new SelectTagHelper(generator) { For = For, Items = Options, ViewContext = ViewContext }
            : Rows > 0 ? new TextAreaTagHelper(generator) { For = For, ViewContext = ViewContext }
            : new InputTagHelper(generator) { For = For, InputTypeName = Type, ViewContext = ViewContext };
        if (Rows > 0)
        {
            attributes.SetAttribute("rows", Rows);
        }

        var inner = new TagHelperContext(new TagHelperAttributeList(attributes), context.Items, context.UniqueId);
        var output = new TagHelperOutput(Options is not null ? "select" : Rows > 0 ? "textarea" : "input", attributes, Empty)
        {
            TagMode = Options is null && Rows == 0 ? TagMode.StartTagOnly : TagMode.StartTagAndEndTag,
        };
        helper.Init(inner);
        helper.Process(inner, output);
        return output;
    }

    private TagBuilder LabelTag()
    {
        var label = EmptyTagHelper.Element("label", IsCheckBox ? "form-check-label" : "form-label", Label);
        label.Attributes["for"] = Id;
        if (For.Metadata.IsRequired && !IsCheckBox)
        {
            label.InnerHtml.AppendHtml("<span class=\"p-required\" aria-hidden=\"true\">*</span>");
        }

        return label;
    }

    private TagBuilder Note(string suffix, string cssClass, IEnumerable<string> lines, IHtmlContent? icon = null)
    {
        var note = new TagBuilder("div");
        note.AddCssClass(cssClass);
        note.Attributes["id"] = $"{Id}-{suffix}";
        note.InnerHtml.AppendHtml(icon ?? HtmlString.Empty).AppendHtml(EmptyTagHelper.Element("span", "", string.Join(' ', lines)));
        return note;
    }

    private static Task<TagHelperContent> Empty(bool useCachedResult, System.Text.Encodings.Web.HtmlEncoder encoder) =>
        Task.FromResult<TagHelperContent>(new DefaultTagHelperContent());
}
