using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>
/// Writes what is kept under a key; when nothing is, runs the script block and keeps what it writes for all sessions of
/// this integration instance. What a block wrote that failed, or that wrote an error, is not kept.
/// </summary>
/// <example>
/// One token for all sessions, fetched anew after half an hour.
/// <code>
/// $token = Invoke-CommandCached -CacheKey 'acme-token' -ExpirationSeconds 1800 -ScriptBlock { Get-AcmeToken }
/// $token
/// </code>
/// </example>
[Cmdlet(VerbsLifecycle.Invoke, "CommandCached", DefaultParameterSetName = Seconds)]
[OutputType(typeof(object))]
public sealed class InvokeCommandCachedCommand : LockingCommand
{
    private const string Seconds = nameof(Seconds);
    private const string Span = nameof(Span);

    /// <summary>The key, in any case.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Key")]
    public required string CacheKey { get; set; }

    /// <summary>What runs when nothing is kept.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("Command", "Script")]
    public required ScriptBlock ScriptBlock { get; set; }

    /// <summary>How long the result is kept, in seconds; 300 when left out.</summary>
    [Parameter(ParameterSetName = Seconds)]
    [ValidateRange(1, int.MaxValue)]
    [Alias("CacheSeconds", "ExpirationInSeconds")]
    public int ExpirationSeconds { get; set; } = 300;

    /// <summary>How long the result is kept.</summary>
    [Parameter(ParameterSetName = Span, Mandatory = true)]
    [Alias("Expiration", "CacheDuration")]
    public TimeSpan TimeSpan { get; set; }

    /// <summary>Runs the block whatever is kept, and keeps its result.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!WriteKept())
        {
            WithLock("cached:" + CacheKey, () =>
            {
                // Another session may have been at it while this one waited.
                if (!WriteKept())
                {
                    RunAndKeep();
                }
            });
        }
    }

    private bool WriteKept()
    {
        if (Force || !Instance.Cache.TryGet(CacheKey, Instance.Time.GetUtcNow(), out var values))
        {
            return false;
        }

        foreach (var value in values)
        {
            // A copy: sessions run side by side and must not share one object's properties.
            WriteObject(value is PSObject shared ? shared.Copy() : value);
        }

        return true;
    }

    private void RunAndKeep()
    {
        var errors = Session.Current?.WrittenErrors.Count;
        var output = InvokeCommand.InvokeScript(useLocalScope: true, ScriptBlock, null, null);
        if (output.FirstOrDefault(static item => item?.BaseObject is System.Management.Automation.ScriptBlock or Runspace or PSModuleInfo or CommandInfo or PowerShell) is { } refused)
        {
            throw Raise(HostProblems.CacheRefuses(CacheKey, TypeText.Of(refused)));
        }

        if (errors == Session.Current?.WrittenErrors.Count)
        {
            var life = ParameterSetName == Span ? TimeSpan : TimeSpan.FromSeconds(ExpirationSeconds);
            Instance.Cache.Set(CacheKey, [.. output.Select(static item => item?.Copy())], Instance.Time.GetUtcNow() + life);
        }

        WriteObject(output, enumerateCollection: true);
    }
}
