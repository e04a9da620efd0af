using System.Management.Automation;

namespace Immy.Typed.Problems;

/// <summary>Types and values as messages show them.</summary>
internal static class TypeText
{
    /// <summary>The type of what a script wrote.</summary>
    public static string Of(object? value) => value switch
    {
        null => "$null",
        PSObject { BaseObject: PSCustomObject } => "PSCustomObject",
        PSObject wrapped => Of(wrapped.BaseObject.GetType()),
        _ => Of(value.GetType()),
    };

    public static string Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Of(underlying);
        }

        if (type.IsArray)
        {
            return Of(type.GetElementType()!) + "[]";
        }

        if (!type.IsGenericType)
        {
            return type.Name;
        }

        var name = type.Name.Split('`')[0];
        return $"{name}[{string.Join(", ", type.GetGenericArguments().Select(Of))}]";
    }
}
