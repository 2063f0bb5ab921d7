using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Platform.AspNetCore;
using Shouldly;
using Xunit;
using static Platform.Framework.Tests.Ui.TagHelperRenderer;

namespace Platform.Framework.Tests.Ui;

[Trait("Req", "OPS-06")]
public sealed class FieldTagHelper_Tests
{
    private readonly ModelStateDictionary _state = new();

    [Fact]
    public async Task Field_Valid_TiesLabelAndHintToTheControl()
    {
        var html = await RenderAsync(Field("Iban", f => f.Hint = "As printed"), "", ("autocomplete", "off"));

        html.ShouldContain("<label class=\"form-label\" for=\"Iban\">IBAN<span class=\"p-required\" aria-hidden=\"true\">*</span></label>");
        html.ShouldContain("aria-describedby=\"Iban-hint\"");
        html.ShouldContain("<div class=\"p-hint\" id=\"Iban-hint\">");
        html.ShouldContain("autocomplete=\"off\"");
        html.ShouldContain(" required");
        html.ShouldNotContain("is-invalid");
    }

    [Fact]
    public async Task Field_Refused_ShowsTheEncodedErrorBesideTheControl()
    {
        _state.AddModelError("Iban", "<FR> is too short");
        var html = await RenderAsync(Field("Iban", f => f.Hint = "As printed"));

        html.ShouldContain("aria-invalid=\"true\"");
        html.ShouldContain("aria-describedby=\"Iban-hint Iban-error\"");
        html.ShouldContain("is-invalid");
        html.ShouldMatch("<div class=\"p-error\" id=\"Iban-error\"><svg.*<span class=\"\">&lt;FR&gt; is too short</span></div>");
    }

    [Fact]
    public async Task Field_OfADay_IsADateInputInIsoFormat()
    {
        var html = await InCultureAsync("fr-FR", () => RenderAsync(Field("SignedOn")));

        html.ShouldContain("type=\"date\"");
        html.ShouldContain("value=\"2026-11-02\"");
    }

    [Fact]
    public async Task Field_OfABoolean_IsACheckBoxBeforeItsLabel()
    {
        var html = await RenderAsync(Field("IsBusiness"));

        html.ShouldContain("class=\"p-field p-field-check\"");
        html.ShouldContain("type=\"checkbox\"");
        html.ShouldNotContain(" required");
        html.IndexOf("<input").ShouldBeLessThan(html.IndexOf("<label"));
    }

    [Fact]
    public async Task Field_WithOptions_IsASelectWithTheCurrentChoice()
    {
        var html = await RenderAsync(Field("Scheme", f => f.Options = [new SelectListItem("Core", "CORE"), new SelectListItem("B2B", "B2B")]));

        html.ShouldContain("<select class=\"form-select\"");
        html.ShouldContain("<option selected=\"selected\" value=\"B2B\">B2B</option>");
    }

    [Fact]
    public async Task Field_WithRows_IsATextArea() =>
        (await RenderAsync(Field("Note", f => f.Rows = 3))).ShouldMatch("<textarea[^>]* rows=\"3\"");

    [Fact]
    public async Task Field_OfAPassword_NeverShowsItsValue()
    {
        var html = await RenderAsync(Field("Note", f => f.Type = "password"));

        html.ShouldContain("type=\"password\"");
        html.ShouldNotContain("a note");
    }

    private FieldTagHelper Field(string property, Action<FieldTagHelper>? configure = null)
    {
        var services = new ServiceCollection().AddLogging().AddAntiforgery();
        services.AddMvcCore().AddViews().AddDataAnnotations();
        var provider = services.BuildServiceProvider();
        var metadata = provider.GetRequiredService<IModelMetadataProvider>();
        var data = new ViewDataDictionary<Form>(metadata, _state) { Model = new Form() };
        var http = new DefaultHttpContext { RequestServices = provider };
        var field = new FieldTagHelper(provider.GetRequiredService<IHtmlGenerator>())
        {
            For = provider.GetRequiredService<IModelExpressionProvider>() is ModelExpressionProvider expressions
                ? expressions.CreateModelExpression(data, property)
                : throw new InvalidOperationException("No provider of model expressions."),
            Label = property == "Iban" ? "IBAN" : property,
            ViewContext = new ViewContext { HttpContext = http, RouteData = new RouteData(), ActionDescriptor = new ActionDescriptor(), ViewData = data, FormContext = new FormContext() },
        };
        configure?.Invoke(field);
        return field;
    }

    private sealed class Form
    {
        public string Iban { get; set; } = "";

        public DateOnly SignedOn { get; set; } = new(2026, 11, 2);

        public bool IsBusiness { get; set; }

        public string Scheme { get; set; } = "B2B";

        public string? Note { get; set; } = "a note";
    }
}
