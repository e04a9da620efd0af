using Immy.Typed;
using Immybot.Backend.Domain.Providers;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>
/// What every integration has: it starts from the settings of its form and says whether it is well.
/// An integration gets this capability with New-DynamicIntegration.
/// </summary>
[Capability(IsRoot = true)]
public interface IProvider
{
    /// <summary>
    /// Makes the integration ready for work. The parameters of this block are the integration's form, so each field that an
    /// administrator fills in arrives as the parameter of that name. Runs when the integration starts, after its settings
    /// change, and again from time to time, so that tokens stay fresh.
    /// </summary>
    /// <param name="formData">The values of the form, each under the name of its field.</param>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>
    /// [OpResult]::Ok(), or [OpResult]::Fail('why') with a message for the administrator. Writing nothing means Ok.
    /// </returns>
    Task<OpResult> Init([BlockArguments] IReadOnlyDictionary<string, object?> formData, CancellationToken cancellationToken);

    /// <summary>
    /// Says whether the vendor's system can be reached and accepts the credentials. Runs about once a minute, so keep it to
    /// one cheap request.
    /// </summary>
    /// <param name="cancellationToken">Stops the block.</param>
    /// <returns>New-HealthyResult, or New-UnhealthyResult with a message that tells an administrator what to mend.</returns>
    Task<HealthCheckResult> HealthCheck(CancellationToken cancellationToken);
}
