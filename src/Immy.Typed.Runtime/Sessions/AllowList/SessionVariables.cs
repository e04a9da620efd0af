using System.Management.Automation;

namespace Immy.Typed.Sessions.AllowList;

/// <summary>The preference variables of a session, with PowerShell's own defaults.</summary>
internal static class SessionVariables
{
    public static IReadOnlyList<(string Name, object? Value)> Preferences() =>
    [
        // What each stream does.
        ("ErrorActionPreference", ActionPreference.Continue),
        ("WarningPreference", ActionPreference.Continue),
        ("InformationPreference", ActionPreference.SilentlyContinue),
        ("VerbosePreference", ActionPreference.SilentlyContinue),
        ("DebugPreference", ActionPreference.SilentlyContinue),
        ("ProgressPreference", ActionPreference.Continue),

        // Nobody is there to confirm.
        ("ConfirmPreference", ConfirmImpact.None),
        ("WhatIfPreference", false),

        // How objects become text.
        ("FormatEnumerationLimit", 4),
        ("OutputEncoding", System.Text.Encoding.UTF8),
        ("ErrorView", "NormalView"),

        // Modules come from the host's library only.
        ("PSModuleAutoLoadingPreference", PSModuleAutoLoadingPreference.None),
    ];

    /// <summary>Those that a call finds as the script's top level left them, whatever the call before did.</summary>
    public static IReadOnlyList<string> FreshForEveryCall() =>
    [
        "ErrorActionPreference", "WarningPreference", "InformationPreference", "VerbosePreference", "DebugPreference", "ProgressPreference", "ConfirmPreference", "WhatIfPreference",
    ];
}
