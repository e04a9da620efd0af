using System.Management.Automation;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes the result of a health check that found something wrong.</summary>
/// <example>
/// <code>
/// New-UnhealthyResult -Message 'The API key expires today: make a new one in the console.'
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "UnhealthyResult")]
[OutputType(typeof(HealthCheckResult))]
public sealed class NewUnhealthyResultCommand : PSCmdlet
{
    /// <summary>What is wrong, for the person who has to mend it.</summary>
    [Parameter(Position = 0)]
    public string Message { get; set; } = "The integration reports that it is unhealthy.";

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(HealthCheckResult.Unhealthy(Message));
}
