namespace Immy.Typed.Generators.Parsing;

/// <summary>Names under which a script block would not find its argument, since PowerShell keeps them for itself.</summary>
internal static class ArgumentNames
{
    private static readonly HashSet<string> ReadOnly = Names(
        "EnabledExperimentalFeatures", "ExecutionContext", "false", "HOME", "Host", "null", "PID", "PSCulture", "PSEdition", "PSHOME",
        "PSUICulture", "PSVersionTable", "ShellId", "true");

    private static readonly HashSet<string> Automatic = Names(
        "_", "args", "foreach", "input", "Matches", "MyInvocation", "PSBoundParameters", "PSItem", "switch");

    private static readonly HashSet<string> Preferences = Names(
        "ConfirmPreference", "DebugPreference", "ErrorActionPreference", "InformationPreference", "ProgressPreference",
        "VerbosePreference", "WarningPreference", "WhatIfPreference");

    public static IEnumerable<string> OfReadOnlyVariables => ReadOnly;

    public static IEnumerable<string> OfAutomaticVariables => Automatic;

    public static IEnumerable<string> OfPreferences => Preferences;

    /// <summary>What the name means to PowerShell, or null.</summary>
    public static string? WhyTaken(string name)
        => ReadOnly.Contains(name) ? $"the variable ${name}, which cannot be assigned"
            : Automatic.Contains(name) ? $"the variable ${name}, which PowerShell itself fills"
            : Preferences.Contains(name) ? $"the variable ${name}, which sets how PowerShell runs the block"
            : ReservedNames.CommonParameter(name);

    private static HashSet<string> Names(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
