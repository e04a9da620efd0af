using Immy.Typed.Metascripts;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;

namespace Immy.Typed.Server.Software;

/// <summary>The scripts of software as they run: named after it, with the module scripts that integrations have.</summary>
internal sealed class SoftwareScripts(IMetascriptRunner runner, ModuleScripts modules)
{
    public async Task<Metascript> OfAsync(string name, string what, string script, CancellationToken cancellationToken)
        => new() { Name = $"{what} {name}", Script = script, Modules = await modules.ReadAsync(cancellationToken) };

    /// <summary>What keeps the scripts from being saved; empty when nothing does.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ErrorsOfAsync(SaveSoftware save, CancellationToken cancellationToken)
    {
        var problems = new List<ScriptProblem>();
        foreach (var (what, script) in new[] { ("Install", save.InstallScript), ("Uninstall", save.UninstallScript) })
        {
            if (!string.IsNullOrWhiteSpace(script))
            {
                problems.AddRange(await runner.CheckAsync(await OfAsync(save.Name!, what, script, cancellationToken), cancellationToken));
            }
        }

        return [.. problems.Where(static problem => problem.Severity == ProblemSeverity.Error)];
    }
}
