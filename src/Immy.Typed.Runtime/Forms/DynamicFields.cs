using System.Globalization;
using System.Management.Automation;
using System.Security;
using Immy.Typed.Problems;
using Immy.Typed.ScriptAttributes;

namespace Immy.Typed.Forms;

/// <summary>Reads the fields that <c>dynamicparam</c> of Init wrote.</summary>
internal static class DynamicFields
{
    /// <summary>The static fields and the written ones in the order in which the form shows them.</summary>
    /// <exception cref="ProblemException">Two fields have one name, or something else than fields was written.</exception>
    public static IReadOnlyList<FormField> Join(IReadOnlyList<FormField> fields, IEnumerable<object?> written)
    {
        var joined = fields.ToList();
        var placed = new List<(int Position, FormField Field)>();
        foreach (var parameter in written.SelectMany(Parameters))
        {
            if (joined.Concat(placed.Select(static place => place.Field)).Any(field => field.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)))
            {
                throw new ProblemException(HostProblems.FieldTwice(parameter.Name));
            }

            var position = parameter.Attributes.OfType<ParameterAttribute>().Select(static said => said.Position).FirstOrDefault(int.MinValue);
            if (position == int.MinValue)
            {
                joined.Add(Field(parameter));
            }
            else
            {
                placed.Add((position, Field(parameter)));
            }
        }

        foreach (var (position, field) in placed.OrderBy(static place => place.Position))
        {
            joined.Insert(Math.Clamp(position, 0, joined.Count), field);
        }

        return joined;
    }

    private static IEnumerable<RuntimeDefinedParameter> Parameters(object? written) => (written is PSObject wrapped ? wrapped.BaseObject : written) switch
    {
        null => [],
        RuntimeDefinedParameter one => [one],
        RuntimeDefinedParameterDictionary several => several.Values,
        _ => throw new ProblemException(HostProblems.NotAField("dynamicparam", TypeText.Of(written))),
    };

    private static FormField Field(RuntimeDefinedParameter parameter)
    {
        var said = parameter.Attributes.OfType<ParameterAttribute>().FirstOrDefault();
        var shown = parameter.Attributes.OfType<FormFieldAttribute>().FirstOrDefault();
        var set = parameter.Attributes.OfType<ValidateSetAttribute>().FirstOrDefault();
        var value = shown?.DefaultValue ?? parameter.Value;
        return new()
        {
            Name = parameter.Name,
            Label = string.IsNullOrEmpty(shown?.Label) ? parameter.Name : shown.Label,
            Type = parameter.ParameterType,
            Kind = shown?.Kind ?? FormFieldKind.Plain,
            Consent = shown?.Consent,
            IsMandatory = said?.Mandatory ?? false,
            IsSecret = shown?.IsSecret is true || parameter.ParameterType == typeof(SecureString) || parameter.Attributes.OfType<PasswordAttribute>().Any(),
            Help = string.IsNullOrEmpty(said?.HelpMessage) ? null : said.HelpMessage,
            Choices = set is null ? shown?.Choices ?? [] : [.. set.ValidValues],
            Rules = Rules(parameter, set is not null),
            Default = value is null ? null : Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture),
            DefaultValue = value is PSObject { BaseObject: not PSCustomObject } plain ? plain.BaseObject : value,
            IsHidden = shown?.IsHidden ?? said?.DontShow ?? false,
            IsDynamic = true,
        };
    }

    private static FieldRules Rules(RuntimeDefinedParameter parameter, bool isLimited)
    {
        var range = parameter.Attributes.OfType<ValidateRangeAttribute>().FirstOrDefault();
        var pattern = parameter.Attributes.OfType<ValidatePatternAttribute>().FirstOrDefault();
        var length = parameter.Attributes.OfType<ValidateLengthAttribute>().FirstOrDefault();
        var count = parameter.Attributes.OfType<ValidateCountAttribute>().FirstOrDefault();
        return new()
        {
            Range = range?.MinRange is { } least && range.MaxRange is { } most ? new(Number(least), Number(most), IsExclusive: false) : null,
            Pattern = pattern?.RegexPattern,
            PatternIgnoresCase = pattern?.Options.HasFlag(System.Text.RegularExpressions.RegexOptions.IgnoreCase) is true,
            MinimumLength = length?.MinLength,
            MaximumLength = length?.MaxLength,
            MinimumCount = count?.MinLength,
            MaximumCount = count?.MaxLength,
            IsLimitedToChoices = isLimited,
        };
    }

    private static decimal? Number(object limit) => LanguagePrimitives.TryConvertTo<decimal>(limit, CultureInfo.InvariantCulture, out var number) ? number : null;
}
