using Immy.Typed.Metascripts;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;

namespace Immy.Typed.Server.Software;

/// <summary>The scripts of software as they run: named after it, with the module scripts that integrations have.</summary>
internal sealed class SoftwareScripts(IMetascriptRunner runner, ModuleScripts modules)
{
    public Metascript Of(string name, string what, string script) => new() { Name = $"{what} {name}", Script = script, Modules = modules.Library };

    /// <summary>What keeps the scripts from being saved; empty when nothing does.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ErrorsOfAsync(SaveSoftware save, CancellationToken cancellationToken)
    {
        var problems = new List<ScriptProblem>();
        foreach (var (what, script) in new[] { ("Install", save.InstallScript), ("Uninstall", save.UninstallScript) })
        {
            if (!string.IsNullOrWhiteSpace(script))
            {
                problems.AddRange(await runner.CheckAsync(Of(save.Name!, what, script), cancellationToken));
            }
        }

        return [.. problems.Where(static problem => problem.Severity == ProblemSeverity.Error)];
    }
}
