using Immy.Typed.Problems;
using Immy.Typed.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Finds an integration instance of this host by name or link id; without either, the action's.</summary>
public abstract class ProviderCommand : SessionCommand
{
    /// <summary>The instance that is asked for.</summary>
    /// <param name="name">The instance's name, or null.</param>
    /// <param name="providerLinkId">The provider link's id, or null.</param>
    private protected ProviderInfo Find(string? name, int? providerLinkId)
    {
        if (string.IsNullOrEmpty(name) && providerLinkId is null)
        {
            name = Call?.Action?.Integration?.Name
                ?? throw Raise(HostProblems.Unusable(CommandName, "it is not said which integration instance is meant, and no action tells.", "Pass -Name or -ProviderLinkId."));
        }

        return Await(stopped => Instance.Services.Providers.FindAsync(name, providerLinkId, stopped))
            ?? throw Raise(HostProblems.NoProvider(providerLinkId is { } id ? $"with the link id {id.ToString(System.Globalization.CultureInfo.InvariantCulture)}" : $"named '{name}'"));
    }
}
