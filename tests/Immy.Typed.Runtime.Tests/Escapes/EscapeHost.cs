using Immy.Typed.Modules;
using Immy.Typed.Problems;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>
/// Runs attempts to leave a session, and gives what their author gets to see: the problems of a load that was refused, the
/// id of the error that the attempt ended in, or what it wrote. Whatever it was, machine and process are as before.
/// </summary>
public sealed class EscapeHost : IAsyncDisposable
{
    private const string Caught = """
        $ErrorActionPreference = 'Stop'
        try { $written = . {
        ATTEMPT
        }; "wrote: $written" } catch { $_.FullyQualifiedErrorId }
        """;

    private readonly TestHost _host = new();

    /// <summary>Runs an attempt in a block; MARKER in it is a file that must not come to be, SECRET one that must not be read.</summary>
    public Task<string> InBlockAsync(string attempt)
        => RunAsync(attempt, static filled => (Block(Caught.Replace("ATTEMPT", filled, StringComparison.Ordinal)), ModuleLibrary.Empty));

    /// <summary>Runs an attempt at the top level of a script.</summary>
    public Task<string> AtTopLevelAsync(string attempt)
        => RunAsync(attempt, static filled => (filled + "\n" + Block("'wrote: ' + $written"), ModuleLibrary.Empty));

    /// <summary>Runs an attempt in a function of a module.</summary>
    public Task<string> InModuleAsync(string attempt) => RunAsync(attempt, static filled => (
        Block(Caught.Replace("ATTEMPT", "Test-Attempt", StringComparison.Ordinal)),
        ModuleLibrary.Empty.With("Attempt", $"function Test-Attempt {{\n{filled}\n}}")));

    /// <summary>Runs an attempt in the body of a module.</summary>
    public Task<string> InModuleBodyAsync(string attempt) => RunAsync(attempt, static filled => (
        Block(Caught.Replace("ATTEMPT", "Import-Module Attempt", StringComparison.Ordinal)),
        ModuleLibrary.Empty.With("Attempt", filled)));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private static string Block(string body) => Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", body);

    private static string Text(IEnumerable<ScriptProblem> problems) => string.Join("\n", problems.Select(static problem => $"{problem.Id}: {problem.Message}"));

    private async Task<string> RunAsync(string attempt, Func<string, (string Script, ModuleLibrary Modules)> place)
    {
        using var canary = new Canary();
        var (script, modules) = place(attempt.Replace("MARKER", canary.Marker, StringComparison.Ordinal).Replace("SECRET", canary.SecretFile, StringComparison.Ordinal));
        var seen = await SeenAsync(script, modules);

        canary.AssertUntouched();
        Assert.DoesNotContain(Canary.Secret, seen, StringComparison.Ordinal);
        return seen.Replace(canary.Marker, "MARKER", StringComparison.Ordinal).Replace(canary.SecretFile, "SECRET", StringComparison.Ordinal).ReplaceLineEndings("\n");
    }

    private async Task<string> SeenAsync(string script, ModuleLibrary modules)
    {
        try
        {
            var integration = await _host.LoadAsync(script, modules);
            return await integration.TokenAsync();
        }
        catch (IntegrationLoadException exception)
        {
            return Text(exception.Problems);
        }
        catch (BlockException exception)
        {
            return Text(exception.Problems);
        }
    }
}
