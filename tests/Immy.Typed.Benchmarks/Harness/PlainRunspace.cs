using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Immy.Typed.Benchmarks.Harness;

/// <summary>An open runspace that runs on the caller's thread, without anything of ours around it.</summary>
internal static class PlainRunspace
{
    public static Runspace Open(InitialSessionState state)
    {
        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.ThreadOptions = PSThreadOptions.UseCurrentThread;
        runspace.Open();
        return runspace;
    }

    /// <summary>Makes a block that is bound to the runspace and constrained like it. The runspace becomes the thread's default.</summary>
    public static ScriptBlock Block(Runspace runspace, string text)
    {
        Runspace.DefaultRunspace = runspace;
        return runspace.SessionStateProxy.InvokeCommand.NewScriptBlock(text);
    }
}
