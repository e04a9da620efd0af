using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Immy.Typed.Sessions;

/// <summary>
/// Takes the engine through its first steps on other threads, for a process that has a command line to read meanwhile.
/// Nothing waits for it: whoever comes too early takes the same steps.
/// </summary>
internal static class EngineWarmUp
{
    private const string Script = "& { param($first) foreach ($item in $first) { \"$item\" } } -first 1";

    /// <summary>Begins. What fails here fails again where it is needed, and is told there.</summary>
    public static void Begin()
    {
        _ = Task.Run(static () => EngineTables.Formats);
        _ = Task.Run(Run);
    }

    private static void Run()
    {
        EnginePreparation.Once();
        var state = InitialSessionState.Create();
        state.LanguageMode = PSLanguageMode.ConstrainedLanguage;
        state.Types.Add(new SessionStateTypeEntry(EngineTables.Types));
        using var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(Script).Invoke();
    }
}
