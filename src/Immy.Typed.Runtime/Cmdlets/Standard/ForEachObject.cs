using System.Management.Automation;
using Immy.Typed.Sessions.AllowList;
using Immy.Typed.Sessions.Engine;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Runs blocks, or reads a member, for each object. PowerShell's own command does the work; -Parallel is refused.</summary>
[Cmdlet("ForEach", "Object", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Low, DefaultParameterSetName = Blocks, RemotingCapability = RemotingCapability.None)]
internal sealed class ForEachObject : PSCmdlet, IDisposable
{
    // The names are the engine's own: the inner command takes the set that this one was bound by.
    private const string Blocks = "ScriptBlockSet";
    private const string Member = "PropertyAndMethodSet";
    private const string OtherRunspaces = "ParallelParameterSet";

    private readonly ForEachObjectCommand _inner = new();

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = Blocks)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = Member)]
    [Parameter(ValueFromPipeline = true, ParameterSetName = OtherRunspaces)]
    public PSObject? InputObject
    {
        get => _inner.InputObject;
        set => _inner.InputObject = value;
    }

    /// <summary>Runs once before the first object.</summary>
    [Parameter(ParameterSetName = Blocks)]
    public ScriptBlock? Begin { get; set; }

    /// <summary>Runs for each object, which is <c>$_</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Blocks)]
    [AllowNull]
    [AllowEmptyCollection]
    public ScriptBlock[]? Process { get; set; }

    /// <summary>Runs once after the last object.</summary>
    [Parameter(ParameterSetName = Blocks)]
    public ScriptBlock? End { get; set; }

    /// <summary>Further blocks, by position.</summary>
    [Parameter(ParameterSetName = Blocks, ValueFromRemainingArguments = true)]
    [AllowNull]
    [AllowEmptyCollection]
    public ScriptBlock[]? RemainingScripts { get; set; }

    /// <summary>The property that is read or the method that is called.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = Member)]
    [ValidateNotNullOrEmpty]
    public string? MemberName { get; set; }

    /// <summary>The method's arguments.</summary>
    [Parameter(ParameterSetName = Member, ValueFromRemainingArguments = true)]
    [Alias("Args")]
    public object[]? ArgumentList { get; set; }

    /// <summary>Refused.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OtherRunspaces, DontShow = true)]
    public ScriptBlock? Parallel { get; set; }

    /// <summary>Refused.</summary>
    [Parameter(ParameterSetName = OtherRunspaces, DontShow = true)]
    public int ThrottleLimit { get; set; }

    /// <summary>Refused.</summary>
    [Parameter(ParameterSetName = OtherRunspaces, DontShow = true)]
    public int TimeoutSeconds { get; set; }

    /// <summary>Refused.</summary>
    [Parameter(ParameterSetName = OtherRunspaces, DontShow = true)]
    public SwitchParameter AsJob { get; set; }

    /// <summary>Refused.</summary>
    [Parameter(ParameterSetName = OtherRunspaces, DontShow = true)]
    public SwitchParameter UseNewRunspace { get; set; }

    /// <inheritdoc/>
    public void Dispose() => _inner.Dispose();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (ParameterSetName == OtherRunspaces)
        {
            throw Refusal.Of(this, nameof(Parallel));
        }

        InnerCommand.Adopt(this, _inner);
        if (ParameterSetName == Member)
        {
            _inner.MemberName = MemberName;
            _inner.ArgumentList = ArgumentList;
        }
        else
        {
            GiveBlocks();
        }

        InnerCommand.Begin(_inner);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => InnerCommand.Process(_inner);

    /// <inheritdoc/>
    protected override void EndProcessing() => InnerCommand.End(_inner);

    // Setting a block adds it to the inner command's list, so what was not bound is not set.
    private void GiveBlocks()
    {
        _inner.Process = Process;
        if (RemainingScripts is not null)
        {
            _inner.RemainingScripts = RemainingScripts;
        }

        if (MyInvocation.BoundParameters.ContainsKey(nameof(Begin)))
        {
            _inner.Begin = Begin;
        }

        if (MyInvocation.BoundParameters.ContainsKey(nameof(End)))
        {
            _inner.End = End;
        }
    }
}
