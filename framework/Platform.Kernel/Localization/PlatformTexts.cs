using System.Collections;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace Platform.Kernel;

/// <summary>
/// Names the text resource of a module (ABP: LocalizationResourceName). Stands on an empty class beside the resx files of the
/// same name; the first segment of permission, setting and error names leads to it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LocalizationResourceNameAttribute(string name) : Attribute
{
    /// <summary>First segment of the module's codes: "Sepa".</summary>
    public string Name { get; } = name;
}

/// <summary>Texts for names that come from any module: error codes, permissions, settings, menu entries.</summary>
public interface IPlatformTexts
{
    /// <summary>The text in the current UI language, or the key itself when no resource has it.</summary>
    /// <param name="name">A code such as "Sepa:IbanLength", or "Permission:Sepa.Mandates".</param>
    /// <param name="data">Values for {placeholders}, formatted for the current culture.</param>
    string Get(string name, IDictionary? data = null);
}

internal sealed class PlatformTexts : IPlatformTexts, ISingletonDependency
{
    private static readonly string[] Kinds = ["Permission:", "Setting:", "DataScope:", "LinkKind:"];
    private static readonly char[] Separators = ['.', ':'];
    private readonly Dictionary<string, IStringLocalizer> _localizers = [];

    public PlatformTexts(IStringLocalizerFactory factory)
    {
        foreach (var type in AppDomain.CurrentDomain.GetAssemblies().Where(IsOurs).SelectMany(a => a.GetExportedTypes()))
        {
            if (type.GetCustomAttribute<LocalizationResourceNameAttribute>() is { } attribute)
            {
                _localizers[attribute.Name] = factory.Create(type);
            }
        }
    }

    public string Get(string name, IDictionary? data = null)
    {
        var code = Array.Exists(Kinds, kind => name.StartsWith(kind, StringComparison.Ordinal)) ? name[(name.IndexOf(':') + 1)..] : name;
        var text = _localizers.TryGetValue(code.Split(Separators)[0], out var localizer) ? localizer[name].Value : name;
        return data is null ? text : Fill(text, data);
    }

    private static string Fill(string text, IDictionary data)
    {
        foreach (DictionaryEntry entry in data)
        {
            text = text.Replace($"{{{entry.Key}}}", Convert.ToString(entry.Value, CultureInfo.CurrentCulture), StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsOurs(Assembly assembly) =>
        !assembly.IsDynamic && assembly.GetName().Name?.StartsWith("Platform.", StringComparison.Ordinal) == true;
}
