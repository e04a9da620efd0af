using System.Collections.Concurrent;
using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Software;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Modules;

/// <summary>Finds the scripts that load with the module scripts as they are, and would not after a change of one.</summary>
internal sealed class BrokenScripts(ImmyDbContext database, ModuleScripts modules, ScriptValidator types, SoftwareScripts software)
{
    /// <summary>Finds them, by name. A command of a module is found without <c>Import-Module</c> too, so every script is loaded.</summary>
    /// <param name="module">The name of the module that changes.</param>
    /// <param name="script">Its new text; null when the one that people saved is to be gone.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<BrokenScript>> FindAsync(string module, string? script, CancellationToken cancellationToken)
    {
        var (present, next) = (await modules.ReadAsync(cancellationToken), await modules.ReadWithAsync(module, script, cancellationToken));
        var broken = new ConcurrentBag<BrokenScript>();
        var gently = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await CandidatesAsync(cancellationToken), gently, async (candidate, stopped) =>
        {
            // What does not load as it is, is not broken by this change.
            if (await candidate.ErrorsAsync(next, stopped) is { Count: > 0 } errors && (await candidate.ErrorsAsync(present, stopped)).Count == 0)
            {
                broken.Add(new BrokenScript(candidate.Kind, candidate.Id, candidate.Name, [.. errors.Select(ProblemView.Of)]));
            }
        });
        return [.. broken.OrderBy(static script => script.Name, StringComparer.OrdinalIgnoreCase)];
    }

    private async Task<IReadOnlyList<Candidate>> CandidatesAsync(CancellationToken cancellationToken)
    {
        var current = await database.IntegrationTypes
            .SelectMany(static type => type.Versions.Where(version => version.Number == type.CurrentVersion), static (type, version) => new { type.Id, type.Name, version.Script })
            .ToListAsync(cancellationToken);
        var scripted = await database.Software
            .Where(static item => item.InstallScript != null || item.UninstallScript != null)
            .Select(static item => new { item.Id, item.Name, item.InstallScript, item.UninstallScript })
            .ToListAsync(cancellationToken);
        return
        [
            .. current.Select(type => new Candidate(ScriptOwner.IntegrationType, type.Id, type.Name, (library, stopped) => ErrorsAsync(type.Name, type.Script, library, stopped))),
            .. scripted.Select(item => new Candidate(
                ScriptOwner.Software, item.Id, item.Name, (library, stopped) => software.ErrorsOfAsync(item.Name, item.InstallScript, item.UninstallScript, library, stopped))),
        ];
    }

    private async Task<IReadOnlyList<ScriptProblem>> ErrorsAsync(string name, string script, ModuleLibrary library, CancellationToken cancellationToken)
        => [.. (await types.ValidateAsync(name, script, library, cancellationToken)).Where(static problem => problem.Severity == ProblemSeverity.Error)];

    private sealed record Candidate(ScriptOwner Kind, Guid Id, string Name, Func<ModuleLibrary, CancellationToken, Task<IReadOnlyList<ScriptProblem>>> ErrorsAsync);
}
