using Immy.Typed.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Parsing;

/// <summary>Reads a member's return type: what carries the result, how many objects there are, of which type.</summary>
internal static class ResultParser
{
    public static ResultModel? Parse(ITypeSymbol returned, out string? reason)
    {
        var (carrier, carried) = Unwrap(returned);
        if (carrier != Carrier.None && returned is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated })
        {
            reason = "the task or stream itself is never null";
            return null;
        }

        if (carried is null || carried.SpecialType == SpecialType.System_Void)
        {
            reason = null;
            return new(carrier, Shape.Nothing, TypeNames.Full(returned), "void", "void", IsNullable: true, IsLenient: false, MadeBy: null);
        }

        var element = carrier == Carrier.Stream ? carried : TypeRules.ElementOfCollection(carried);
        if (carrier != Carrier.Stream && element is not null && carried.NullableAnnotation == NullableAnnotation.Annotated)
        {
            reason = "a block that writes nothing gives an empty list, never null";
            return null;
        }

        var type = element ?? carried;
        reason = TypeRules.WhyResultCannotCross(type);
        return reason is not null
            ? null
            : new(
                carrier,
                element is null ? Shape.Scalar : Shape.List,
                TypeNames.Full(returned),
                TypeNames.Full(type),
                TypeNames.Bare(type),
                TypeRules.IsNullable(type),
                type.AllInterfaces.Any(contract => contract.OriginalDefinition.ToDisplayString() == KnownNames.LenientResult
                    && SymbolEqualityComparer.Default.Equals(contract.TypeArguments[0], type)),
                Attributes.Find(type, KnownNames.MadeByAttribute)?.ConstructorArguments[0].Value as string);
    }

    private static (Carrier Carrier, ITypeSymbol? Carried) Unwrap(ITypeSymbol returned)
    {
        var argument = returned is INamedTypeSymbol { TypeArguments.Length: 1 } generic ? generic.TypeArguments[0] : null;
        return returned.OriginalDefinition.ToDisplayString() switch
        {
            "System.Threading.Tasks.Task" => (Carrier.Task, null),
            "System.Threading.Tasks.ValueTask" => (Carrier.ValueTask, null),
            "System.Threading.Tasks.Task<TResult>" => (Carrier.Task, argument),
            "System.Threading.Tasks.ValueTask<TResult>" => (Carrier.ValueTask, argument),
            "System.Collections.Generic.IAsyncEnumerable<T>" => (Carrier.Stream, argument),
            _ => (Carrier.None, returned),
        };
    }
}
