using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Tests.Incrementality;

/// <summary>Finds, in a value and all that it holds, what belongs to one compilation and would keep it alive.</summary>
internal sealed class PlainValues
{
    private static Type[] Forbidden { get; } =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(SemanticModel), typeof(AttributeData), typeof(Diagnostic)];

    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly List<string> _found = [];

    private PlainValues()
    {
    }

    /// <summary>The paths to what must not be held.</summary>
    public static IReadOnlyList<string> Violations(object value)
    {
        var values = new PlainValues();
        values.Visit(value, value.GetType().Name);
        return values._found;
    }

    private void Visit(object? value, string path)
    {
        if (value is null or string or Type || value.GetType().IsPrimitive || value.GetType().IsEnum || !_seen.Add(value))
        {
            return;
        }

        if (Forbidden.Any(type => type.IsInstanceOfType(value)))
        {
            _found.Add($"{path}: {value.GetType().Name}");
            return;
        }

        foreach (var item in value is Array array ? array : (IEnumerable)Array.Empty<object>())
        {
            Visit(item, path + "[]");
        }

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                Visit(field.GetValue(value), $"{path}.{field.Name}");
            }
        }
    }
}
