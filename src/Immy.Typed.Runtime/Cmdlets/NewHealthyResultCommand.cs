using System.Management.Automation;
using Immybot.Backend.Domain.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes the result of a health check that found everything right.</summary>
[Cmdlet(VerbsCommon.New, "HealthyResult")]
[OutputType(typeof(HealthCheckResult))]
public sealed class NewHealthyResultCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(HealthCheckResult.Healthy());
}
