using Microsoft.CodeAnalysis;

namespace Immy.Typed.Generators.Diagnostics;

/// <summary>Everything that can be wrong in a capability interface, ids in order.</summary>
internal static class Descriptors
{
    private const string Category = "Immy.Typed";
    private const string Pages = "https://github.com/immy-typed/immy-typed/blob/main/docs/diagnostics/";

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

    public static readonly DiagnosticDescriptor Unreachable = Error(
        "IMMY008",
        "A capability that generated code cannot reach",
        "{0} is {1}, so the code that is generated for it cannot reach it. Make it internal or public.");

    public static readonly DiagnosticDescriptor Clash = Error(
        "IMMY009",
        "Two capabilities have one name",
        "{0} and {1} cannot both be capabilities of one {2}: {3}. Rename one of them.");

    public static readonly DiagnosticDescriptor ReservedName = Error(
        "IMMY010",
        "A block has a name that is taken",
        "{0}.{1} is the block '{2}', and that name is taken: it is {3}. Rename the member.");

    public static readonly DiagnosticDescriptor MissingCancellationToken = Warning(
        "IMMY011",
        "A block that nobody can stop",
        "{0}.{1} does not end with a CancellationToken, so its caller cannot stop the script. Add 'CancellationToken cancellationToken' as the last parameter.");

    public static readonly DiagnosticDescriptor MissingSummary = Warning(
        "IMMY012",
        "A contract without a summary",
        "{0} has no <summary>, so Get-Help and the reference pages cannot say what it is for. Add a <summary>.");

    public static readonly DiagnosticDescriptor NoCapability = Error(
        "IMMY013",
        "Generated code is asked for what is no capability",
        "No code can be generated for {0}: {1}. {2}.");

    public static readonly DiagnosticDescriptor OneArgument = Error(
        "IMMY014",
        "Two parameters are one argument",
        "{0}.{1} has the parameters '{2}' and '{3}', which are one argument since PowerShell ignores case. Rename one of them.");

    public static readonly DiagnosticDescriptor TakenType = Error(
        "IMMY015",
        "A type stands where one is generated",
        "Nothing can be generated for {0}, since {1} is declared already where a type or a namespace of that name is generated. Rename {1}.");

    public static readonly DiagnosticDescriptor ReservedArgument = Error(
        "IMMY016",
        "An argument has a name that PowerShell keeps",
        "Parameter '{2}' of {0}.{1} has a name that a script block cannot use for its own: it is {3}. Rename the parameter.");

    private static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Warning);

#pragma warning disable RS1032 // A message of two sentences says what is wrong and how to mend it.
    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity)
        => new(id, title, message, Category, severity, isEnabledByDefault: true, helpLinkUri: $"{Pages}{id}.md");
#pragma warning restore RS1032
}
