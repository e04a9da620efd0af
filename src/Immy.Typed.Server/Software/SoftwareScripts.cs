using Immy.Typed.Metascripts;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Server.Modules;

namespace Immy.Typed.Server.Software;

/// <summary>The scripts of software as they run: named after it, with the module scripts that integrations have.</summary>
internal sealed class SoftwareScripts(IMetascriptRunner runner, ModuleScripts modules)
{
    public async Task<Metascript> OfAsync(string name, string what, string script, CancellationToken cancellationToken)
        => Of(name, what, script, await modules.ReadAsync(cancellationToken));

    /// <summary>What keeps the scripts from being saved; empty when nothing does.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ErrorsOfAsync(SaveSoftware save, CancellationToken cancellationToken)
        => await ErrorsOfAsync(save.Name!, save.InstallScript, save.UninstallScript, await modules.ReadAsync(cancellationToken), cancellationToken);

    /// <summary>The same for any scripts of software, with other module scripts than those that are saved.</summary>
    public async Task<IReadOnlyList<ScriptProblem>> ErrorsOfAsync(string name, string? install, string? uninstall, ModuleLibrary library, CancellationToken cancellationToken)
    {
        var problems = new List<ScriptProblem>();
        foreach (var (what, script) in new[] { ("Install", install), ("Uninstall", uninstall) })
        {
            if (!string.IsNullOrWhiteSpace(script))
            {
                problems.AddRange(await runner.CheckAsync(Of(name, what, script, library), cancellationToken));
            }
        }

        return [.. problems.Where(static problem => problem.Severity == ProblemSeverity.Error)];
    }

    private static Metascript Of(string name, string what, string script, ModuleLibrary library) => new() { Name = $"{what} {name}", Script = script, Modules = library };
}
