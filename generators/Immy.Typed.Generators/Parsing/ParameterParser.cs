using System.Globalization;
using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads one parameter of a capability's method.</summary>
internal static class ParameterParser
{
    public static ParameterModel Parse(IParameterSymbol parameter, Documentation documentation) => new(
        Hides(parameter.Name) ? parameter.Name + "_" : TypeNames.Escape(parameter.Name),
        parameter.Name,
        TypeNames.Full(FlowAttributes.TypeOf(parameter)),
        TypeNames.Bare(parameter.Type),
        TypeRules.IsNullable(FlowAttributes.TypeOf(parameter)),
        TypeRules.IsCancellationToken(parameter.Type),
        Attributes.Find(parameter, KnownNames.BlockArgumentsAttribute) is not null,
        parameter.HasExplicitDefaultValue ? Default(parameter) : null,
        documentation.Parameter(parameter.Name));

    /// <summary>Whether generated code could not reach its own fields and classes past a parameter of this name.</summary>
    private static bool Hides(string name) => name is "_invoker" or "_adapter" || (char.IsUpper(name[0]) && name.EndsWith("Descriptor", StringComparison.Ordinal));

    private static string Default(IParameterSymbol parameter) => parameter.ExplicitDefaultValue switch
    {
        null => parameter.Type.IsValueType ? $"default({TypeNames.Bare(parameter.Type)})" : "null",
        var value => $"({TypeNames.Bare(parameter.Type)})({Literal(value)})",
    };

    private static string Literal(object value) => value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        // Without a suffix, -0.0 would be the integer 0.
        double number => SymbolDisplay.FormatPrimitive(number, quoteStrings: true, useHexadecimalNumbers: false) + "d",
        float number => SymbolDisplay.FormatPrimitive(number, quoteStrings: true, useHexadecimalNumbers: false) + "f",
        DateTime moment => $"new global::System.DateTime({moment.Ticks.ToString(CultureInfo.InvariantCulture)}L)",
        decimal => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false) + "m",
        _ => SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)!,
    };
}
