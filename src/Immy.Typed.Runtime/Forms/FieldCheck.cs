using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Immy.Typed.Problems;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Forms;

/// <summary>Checks the values of a form without running anything.</summary>
internal static class FieldCheck
{
    private static readonly TimeSpan LongestMatch = TimeSpan.FromSeconds(1);

    public static IEnumerable<ScriptProblem> Problems(InitForm form, IReadOnlyDictionary<string, object?> values)
    {
        var fillable = form.Fields.Where(static field => field.Kind != FormFieldKind.HelpText).ToList();
        var given = new Dictionary<string, object?>(values, StringComparer.OrdinalIgnoreCase);
        return given.Keys.Where(name => !fillable.Exists(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
            .Select(name => FormProblems.Unknown(name, [.. fillable.Select(static field => field.Name)]))
            .Concat(fillable.SelectMany(field => Problems(field, given.GetValueOrDefault(field.Name))));
    }

    /// <summary>What is wrong with one field's value.</summary>
    public static IReadOnlyList<ScriptProblem> Problems(FormField field, object? value)
    {
        var problems = new List<ScriptProblem>();
        if (FormBinder.IsEmpty(value))
        {
            if (field.IsMandatory)
            {
                problems.Add(FormProblems.Missing(field.Name, field.Label == field.Name ? null : field.Label, TypeText.Of(field.Type)));
            }
        }
        else if (FormBinder.Convert(field, value!, problems) is { } converted && WhyNot(field, converted) is { } reason)
        {
            problems.Add(FormProblems.Refused(field.Name, reason));
        }

        return problems;
    }

    private static string? WhyNot(FormField field, object value)
    {
        var rules = field.Rules;
        if (value is not IList several)
        {
            return WhyNotOne(field, value);
        }

        return several.Count < rules.MinimumCount || several.Count > rules.MaximumCount
            ? string.Create(CultureInfo.InvariantCulture, $"it has {several.Count} values, and {rules.MinimumCount} to {rules.MaximumCount} are allowed.")
            : several.Cast<object>().Select(one => WhyNotOne(field, one)).FirstOrDefault(static reason => reason is not null);
    }

    private static string? WhyNotOne(FormField field, object value)
    {
        var rules = field.Rules;
        var text = Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? "";
        var shown = field.IsSecret ? "the secret" : $"'{text}'";
        if (rules.IsLimitedToChoices && !field.Choices.Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return $"{shown} is none of its choices: {string.Join(", ", field.Choices)}.";
        }

        if (rules.Range is { } range && LanguagePrimitives.TryConvertTo<decimal>(value, CultureInfo.InvariantCulture, out var number) && !range.Allows(number))
        {
            return $"{shown} is not {range}.";
        }

        if (value is string && (text.Length < rules.MinimumLength || text.Length > rules.MaximumLength))
        {
            return string.Create(CultureInfo.InvariantCulture, $"{shown} has {text.Length} characters, and {rules.MinimumLength} to {rules.MaximumLength} are allowed.");
        }

        return rules.Pattern is { } pattern && !Matches(text, pattern, rules.PatternIgnoresCase) ? $"{shown} does not match {pattern}." : null;
    }

    private static bool Matches(string text, string pattern, bool ignoresCase)
    {
        try
        {
            return Regex.IsMatch(text, pattern, ignoresCase ? RegexOptions.IgnoreCase : RegexOptions.None, LongestMatch);
        }
        catch (Exception exception) when (exception is RegexMatchTimeoutException or RegexParseException)
        {
            // Init meets the same pattern, and says what is wrong with it and where.
            return true;
        }
    }
}
