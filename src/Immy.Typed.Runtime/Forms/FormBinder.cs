using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;
using Immy.Typed.Conversion;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Secrets;

namespace Immy.Typed.Forms;

/// <summary>Turns the form's values into Init's arguments: each is checked and converted, and every problem names its field.</summary>
internal static class FormBinder
{
    /// <summary>The arguments; null when a value was refused, which has then been reported.</summary>
    public static Hashtable? Bind(IntegrationBlock init, IReadOnlyDictionary<string, object?> values, InstanceState instance, Action<ScriptProblem> report)
    {
        var form = InitForm.Of(init);
        var problems = new List<ScriptProblem>();
        foreach (var field in form.Fields)
        {
            instance.Mask.Add(field.Consent?.ClientSecret);
        }

        var arguments = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in values)
        {
            // Masked before anything else can mention it; a dynamic field tells by its name that it is a secret.
            var field = form.Find(name);
            if ((field?.IsSecret ?? SecretNames.IsSecret(name)) && !SecretTexts.Of(value).All(instance.Mask.Add))
            {
                report(FormProblems.SecretTooShort(field?.Name ?? name));
            }

            if (field is null && !form.HasDynamicFields)
            {
                problems.Add(FormProblems.Unknown(name, [.. form.Fields.Select(static known => known.Name)]));
            }
            else if (!IsEmpty(value))
            {
                arguments[field?.Name ?? name] = field is null ? value : Convert(field, value!, problems);
            }
        }

        problems.AddRange(form.Fields
            .Where(field => field.IsMandatory && !arguments.ContainsKey(field.Name))
            .Select(static field => FormProblems.Missing(field.Name, field.Label == field.Name ? null : field.Label, TypeText.Of(field.Type))));
        foreach (var problem in problems)
        {
            report(problem with { Capability = init.Descriptor.Capability, Block = init.Descriptor.Name, Location = LocationOf(init, problem.Parameter) });
        }

        if (problems.Count > 0)
        {
            return null;
        }

        instance.FormData.Clear();
        foreach (DictionaryEntry argument in arguments)
        {
            instance.FormData[argument.Key] = argument.Value;
        }

        return arguments;
    }

    /// <summary>The value as the field's type; a problem is added when it is none.</summary>
    public static object? Convert(FormField field, object value, ICollection<ScriptProblem> problems)
    {
        if (field.Type == typeof(SecureString) && value is string text)
        {
            return new NetworkCredential("", text).SecurePassword;
        }

        // PowerShell takes every text for true, and a form's "false" must not be one.
        if (field.Type == typeof(bool) || field.Type == typeof(SwitchParameter))
        {
            if (LenientValues.ToBool(value) is { } answer)
            {
                return answer;
            }
        }
        else if (LanguagePrimitives.TryConvertTo(value, field.Type, CultureInfo.InvariantCulture, out var converted))
        {
            return converted;
        }

        problems.Add(FormProblems.WrongType(field.Name, TypeText.Of(field.Type), field.IsSecret ? "the secret" : $"'{value}'"));
        return null;
    }

    /// <summary>True for what counts as not given.</summary>
    public static bool IsEmpty(object? value) => value is null or "";

    public static ScriptLocation? LocationOf(IntegrationBlock init, string? field)
        => init.Parameters.FirstOrDefault(parameter => parameter.Name.VariablePath.UserPath.Equals(field, StringComparison.OrdinalIgnoreCase)) is { } parameter
            ? ScriptLocation.Of(parameter.Name.Extent)
            : init.Location;
}
