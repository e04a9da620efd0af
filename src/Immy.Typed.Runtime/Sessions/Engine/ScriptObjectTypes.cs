using System.Management.Automation;

namespace Immy.Typed.Sessions.Engine;

/// <summary>
/// The types of what the language itself makes: variables that every function has, and references. They are internal: this is the only place that reaches for them,
/// and a test fails when a new engine version moves them.
/// </summary>
internal static class ScriptObjectTypes
{
    /// <summary>What <c>$PSBoundParameters</c> is.</summary>
    public static Type BoundParameters { get; } = Find("System.Management.Automation.PSBoundParametersDictionary");

    /// <summary>What <c>$PSCmdlet</c> is.</summary>
    public static Type ScriptCmdlet { get; } = Find("System.Management.Automation.PSScriptCmdlet");

    /// <summary>What <c>[ref] $variable</c> makes of a variable that holds such a value.</summary>
    public static Type ReferenceTo(Type value) => Find("System.Management.Automation.PSReference`1").MakeGenericType(value);

    private static Type Find(string name) => typeof(PSObject).Assembly.GetType(name)
        ?? throw new InvalidOperationException($"PowerShell {typeof(PSObject).Assembly.GetName().Version} has no {name}. Use the engine version that Immy.Typed was built with.");
}
