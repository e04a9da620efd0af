using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Loads a module script by its name. Its commands are there for the whole session; loading it again does nothing.</summary>
/// <example>
/// Seldom needed: a module loads by itself when one of its commands is called.
/// <code>
/// Import-Module Acme
/// Get-AcmeToken
/// </code>
/// </example>
[Cmdlet(VerbsData.Import, "Module")]
[OutputType(typeof(PSModuleInfo))]
public sealed class ImportModuleScriptCommand : SessionCommand
{
    /// <summary>The modules' names.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public required string[] Name { get; set; }

    /// <summary>Writes the modules.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Accepted as in PowerShell; a module script never changes within a session.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Accepted as in PowerShell; every module is global to its session.</summary>
    [Parameter]
    public SwitchParameter Global { get; set; }

    /// <summary>Accepted as in PowerShell; names are never warned about.</summary>
    [Parameter]
    public SwitchParameter DisableNameChecking { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name)
        {
            try
            {
                var module = Session.Tools.Modules.Load(name);
                if (PassThru)
                {
                    WriteObject(module);
                }
            }
            catch (ProblemException exception)
            {
                throw Raise(exception.Problem);
            }
        }
    }
}
