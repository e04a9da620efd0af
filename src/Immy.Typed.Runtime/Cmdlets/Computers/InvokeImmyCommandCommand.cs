using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using Immy.Typed.Computers;
using Immy.Typed.Problems;
using Immy.Typed.Sessions.Records;

namespace Immy.Typed.Cmdlets;

/// <summary>Runs a script block on the action's computer. What it wrote before an error is kept.</summary>
/// <example>
/// Variables of the script are taken along with $using:.
/// <code>
/// $folder = 'C:\ProgramData\Acme'
/// Invoke-ImmyCommand -Timeout 60 {
///     if (Test-Path $using:folder) { Get-Content "$using:folder\agent.id" }
/// }
/// </code>
/// </example>
/// <example>
/// Arguments instead of $using:, as the signed-in user.
/// <code>
/// Invoke-ImmyCommand -ContextString User -ArgumentList 'C:\ProgramData', 'Acme' {
///     param($root, $name)
///     Test-Path "$root\$name"
/// }
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "ImmyCommand")]
public sealed class InvokeImmyCommandCommand : SessionCommand
{
    // The engine sets them in every scope; on the computer they would hide its own.
    private static readonly HashSet<string> OfEngine = new(StringComparer.OrdinalIgnoreCase)
    {
        "_", "args", "Error", "foreach", "input", "Matches", "MyInvocation", "PSBoundParameters", "PSCmdlet", "PSCommandPath", "PSItem", "PSScriptRoot", "switch", "this",
    };

    private readonly List<IComputer> _together = [];

    /// <summary>What runs on the computer; <c>$using:name</c> takes a variable along.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public required ScriptBlock ScriptBlock { get; set; }

    /// <summary>How long it may run, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int Timeout { get; set; } = 120;

    /// <summary>How long to wait until the computer answers at all, in seconds; the computer's own limit by default.</summary>
    [Parameter]
    [ValidateRange(1, 86400)]
    public int? ConnectTimeout { get; set; }

    /// <summary>Arguments for the block's <c>param()</c> or <c>$args</c>.</summary>
    [Parameter]
    [AllowNull]
    [AllowEmptyCollection]
    public object?[] ArgumentList { get; set; } = [];

    /// <summary>Runs as the service account (System) or as the signed-in user (User).</summary>
    [Parameter]
    [ValidateSet("System", "User")]
    public string ContextString { get; set; } = "System";

    /// <summary>Other computers than the action's.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object[]? Computer { get; set; }

    /// <summary>Asks all computers at once; an error on one of them does not keep the others from running.</summary>
    [Parameter]
    public SwitchParameter Parallel { get; set; }

    /// <summary>Takes the variables of the calling block along as well.</summary>
    [Parameter]
    public SwitchParameter IncludeLocals { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        IComputer[] computers = Computer is { Length: > 0 }
            ? [.. Computer.Select(given => (given is PSObject wrapped ? wrapped.BaseObject : given) as IComputer
                ?? throw Raise(HostProblems.Unusable(CommandName, $"-Computer got {TypeText.Of(given)}, where a computer is expected.", "Leave it out to use the action's computer.")))]
            : [Call?.Action?.Computer ?? throw Raise(HostProblems.NoComputer(CommandName))];
        if (Parallel)
        {
            _together.AddRange(computers);
            return;
        }

        var command = Command();
        foreach (var computer in computers)
        {
            if (Write(computer, Await(stopped => computer.InvokeAsync(command, stopped))) is { } problem)
            {
                throw Raise(problem);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_together.Count == 0)
        {
            return;
        }

        var command = Command();
        var results = Await(stopped => Task.WhenAll(_together.Select(computer => computer.InvokeAsync(command, stopped))));
        foreach (var (computer, result) in _together.Zip(results))
        {
            if (Write(computer, result) is { } problem)
            {
                WriteError(new ProblemException(problem).ErrorRecord);
            }
        }
    }

    /// <summary>Writes what came of it; the problem when the script failed there.</summary>
    private ScriptProblem? Write(IComputer computer, ComputerResult result)
    {
        foreach (var warning in result.Warnings ?? [])
        {
            WriteWarning($"{computer.Name}: {warning}");
        }

        WriteObject(result.Output, enumerateCollection: true);
        return result.Error is null ? null : HostProblems.ComputerFailed(CommandName, computer.Name, result.Error);
    }

    private ComputerCommand Command()
    {
        var variables = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        if (IncludeLocals)
        {
            foreach (DictionaryEntry local in LocalVariables())
            {
                variables[(string)local.Key] = local.Value;
            }
        }

        return new()
        {
            Script = WithoutUsing((ScriptBlockAst)ScriptBlock.Ast, variables),
            Arguments = ArgumentList ?? [],
            Variables = variables,
            Timeout = TimeSpan.FromSeconds(Timeout),
            IsTimeoutGiven = MyInvocation.BoundParameters.ContainsKey(nameof(Timeout)),
            ConnectTimeout = ConnectTimeout is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            AsUser = ContextString.Equals("User", StringComparison.OrdinalIgnoreCase),
        };
    }

    // $using:name becomes $__using_name, a plain variable of the script on the computer.
    private string WithoutUsing(ScriptBlockAst block, Dictionary<string, object?> variables)
    {
        var start = block.Extent.StartOffset;
        var text = block.Extent.Text;
        foreach (var use in block.FindAll(static node => node is UsingExpressionAst, searchNestedScriptBlocks: true).Cast<UsingExpressionAst>().OrderByDescending(static use => use.Extent.StartOffset))
        {
            var variable = UsingExpressionAst.ExtractUsingVariable(use);
            var name = variable.VariablePath.UserPath[(variable.VariablePath.UserPath.IndexOf(':', StringComparison.Ordinal) + 1)..];
            variables["__using_" + name] = SessionState.PSVariable.GetValue(name);
            text = text.Remove(use.Extent.StartOffset - start, variable.Extent.EndOffset - use.Extent.StartOffset)
                .Insert(use.Extent.StartOffset - start, (variable.Splatted ? "@" : "$") + "__using_" + name);
        }

        return RecordSyntax.Restore(text.StartsWith('{') && text.EndsWith('}') ? text[1..^1] : text);
    }

    private Hashtable LocalVariables()
    {
        var locals = new Hashtable();
        foreach (var item in SessionState.InvokeCommand.InvokeScript("Get-Variable -Scope 0", useNewScope: false, PipelineResultTypes.None, null))
        {
            if (item?.BaseObject is PSVariable { Options: ScopedItemOptions.None, Value: not (null or System.Management.Automation.ScriptBlock or PSModuleInfo) } variable && !OfEngine.Contains(variable.Name))
            {
                locals[variable.Name] = variable.Value;
            }
        }

        return locals;
    }
}
