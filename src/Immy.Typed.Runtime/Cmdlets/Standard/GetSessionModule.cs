using System.Management.Automation;
using Immy.Typed.Sessions;

namespace Immy.Typed.Cmdlets.Standard;

/// <summary>Lists the module scripts that the session has loaded.</summary>
[Cmdlet(VerbsCommon.Get, "Module")]
[OutputType(typeof(PSModuleInfo))]
internal sealed class GetSessionModule : PSCmdlet
{
    /// <summary>The modules' names, or patterns of them.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    public string[]? Name { get; set; }

    /// <summary>Accepted as in PowerShell; a session's modules have no nested ones.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // An in-memory computer has these commands too, and no modules.
        var patterns = Name?.Select(static name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase)).ToList();
        foreach (var module in SessionRegistry.IsOnSessionThread ? SessionRegistry.Current.Tools.Modules.Loaded : [])
        {
            if (patterns is null || patterns.Exists(pattern => pattern.IsMatch(module.Name)))
            {
                WriteObject(module);
            }
        }
    }
}
