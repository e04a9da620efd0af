using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Everything that can be wrong in a capability interface, ids in order.</summary>
internal static class Descriptors
{
    private const string Category = "Immy.Typed";

    public static readonly DiagnosticDescriptor ResultCannotCross = Error(
        "IMMY001",
        "A result that a script block cannot give",
        "{0}.{1} returns '{2}', which cannot cross from a script: {3}. Return Task, Task<T>, ValueTask<T> or IAsyncEnumerable<T> of a value, a record or a contract interface.");

    public static readonly DiagnosticDescriptor ParameterCannotCross = Error(
        "IMMY002",
        "A parameter that a script block cannot take",
        "Parameter '{2}' of {0}.{1} is '{3}', which cannot cross to a script: {4}. Use a value, an array, a record or a contract interface.");

    public static readonly DiagnosticDescriptor Overload = Error(
        "IMMY003",
        "Two members are one script block",
        "{0} has more than one member that is the block '{1}' (PowerShell ignores case and has no overloads). Give each member a name of its own.");

    public static readonly DiagnosticDescriptor GenericMethod = Error(
        "IMMY004",
        "A generic method cannot be a script block",
        "{0}.{1} is generic, and a script block has no type parameters. Declare a method for each type that is needed.");

    public static readonly DiagnosticDescriptor MissingAttribute = Warning(
        "IMMY005",
        "A capability that is not marked",
        "{0} is named like a capability but has no [Capability] attribute, so no script can implement it. Add [Capability] or rename the interface.");

    public static readonly DiagnosticDescriptor UnsupportedMember = Error(
        "IMMY006",
        "A member that cannot be a script block",
        "{0}.{1} is {2}, which no script block can be. Declare a method, or a property with a getter only.");

    public static readonly DiagnosticDescriptor GenericInterface = Error(
        "IMMY007",
        "A generic interface cannot be a capability",
        "{0} is generic, and a script names a capability without type arguments. Declare an interface for each type that is needed.");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Warning);

#pragma warning disable RS1032 // A message of two sentences says what is wrong and how to mend it.
    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, Category, severity, isEnabledByDefault: true);
#pragma warning restore RS1032
}
