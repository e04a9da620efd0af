using System.Management.Automation;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes the result of a health check that found everything right.</summary>
/// <example>
/// <code>
/// New-HealthyResult
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "HealthyResult")]
[OutputType(typeof(HealthCheckResult))]
public sealed class NewHealthyResultCommand : PSCmdlet
{
    /// <summary>What was found, where it is worth a word.</summary>
    [Parameter(Position = 0)]
    public string? Message { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(HealthCheckResult.Healthy(Message));
}
