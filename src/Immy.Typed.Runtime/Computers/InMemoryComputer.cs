using System.Globalization;
using System.Management.Automation;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Computers;

/// <summary>
/// A computer that exists only in memory, for the command line and tests. Scripts run in a real runspace whose path
/// commands see the given files, programs and registry, and nothing of the machine that it runs on.
/// </summary>
/// <param name="name">The computer's name.</param>
public sealed class InMemoryComputer(string name) : IComputer
{
    private readonly Lock _gate = new();
    private InMemoryTables? _tables;

    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <summary>Files: Windows path and text.</summary>
    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    /// <summary>Programs: Windows path and the PowerShell script that runs when the program is called; its <c>$args</c> are the call's.</summary>
    public IReadOnlyDictionary<string, string> Programs { get; init; } = new Dictionary<string, string>();

    /// <summary>The registry: keys such as <c>HKLM:\SOFTWARE\Vendor</c>, each with its values.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> Registry { get; init; } = new Dictionary<string, IReadOnlyDictionary<string, object?>>();

    /// <summary>Environment variables beside Windows' usual ones.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public async Task<ComputerResult> InvokeAsync(ComputerCommand command, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var time = new CancellationTokenSource(command.Timeout);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(time.Token, cancellationToken);

        // The caller's thread may belong to a session, and its runspace must not be the default of what runs here.
        return await Task.Run(() => RunAsync(command, stop.Token, cancellationToken), CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<object?> GetRegistryValueAsync(string path, string name, CancellationToken cancellationToken)
        => Task.FromResult(Tables().Find(path, isLiteral: true) is [{ Values: { } values }] && values.TryGetValue(name, out var value) ? value : null);

    private async Task<ComputerResult> RunAsync(ComputerCommand command, CancellationToken stop, CancellationToken cancelled)
    {
        var script = RecordSyntax.Parse(EnvironmentReferences.AsVariables(command.Script), "", out _);
        if (StaticMemberChecks.Check(script).FirstOrDefault() is { } refused)
        {
            return new ComputerResult([], $"{refused.Message} This computer is part of the host's process.");
        }

        using var runspace = InMemoryRunspace.Open(Tables(), Variables(command));
        using var shell = PowerShell.Create(runspace);
        using var output = new PSDataCollection<PSObject?>();
        var warnings = new List<string>();
        Watch(shell.Streams, warnings);
        shell.AddScript(script.Extent.Text);
        foreach (var argument in command.Arguments)
        {
            shell.AddArgument(ComputerData.Detach(argument));
        }

        string? error = null;
        try
        {
            using var registration = stop.UnsafeRegister(_ => shell.BeginStop(null, null), null);
            await shell.InvokeAsync<PSObject, PSObject?>(null, output).ConfigureAwait(false);
        }
        catch (PipelineStoppedException)
        {
            cancelled.ThrowIfCancellationRequested();
        }
        catch (RuntimeException exception)
        {
            error = ErrorText.Of(exception.ErrorRecord);
        }

        cancelled.ThrowIfCancellationRequested();
        if (stop.IsCancellationRequested)
        {
            error ??= string.Create(CultureInfo.InvariantCulture, $"it ran longer than {command.Timeout.TotalSeconds:0.###} seconds and was stopped.");
        }

        lock (warnings)
        {
            return new ComputerResult([.. output.ReadAll().Select(ComputerData.Detach)], error, [.. warnings]);
        }
    }

    private Dictionary<string, object?> Variables(ComputerCommand command)
    {
        var variables = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in EnvironmentReferences.Usual(Name).Concat(Environment))
        {
            variables[EnvironmentReferences.VariableOf(name)] = value;
        }

        foreach (var (name, value) in command.Variables)
        {
            variables[name] = ComputerData.Detach(value);
        }

        return variables;
    }

    private InMemoryTables Tables()
    {
        lock (_gate)
        {
            return _tables ??= new InMemoryTables(Files, Programs, Registry);
        }
    }

    private static void Watch(PSDataStreams streams, List<string> warnings)
    {
        streams.Error.DataAdded += (_, added) => Add(warnings, ErrorText.Of(streams.Error[added.Index]));
        streams.Warning.DataAdded += (_, added) => Add(warnings, streams.Warning[added.Index].Message);
    }

    private static void Add(List<string> warnings, string text)
    {
        lock (warnings)
        {
            warnings.Add(text);
        }
    }
}
