using Immy.Typed.Problems;
using Immy.Typed.Providers;

namespace Immy.Typed.Cmdlets;

/// <summary>Finds an integration instance of this host by name or link id; without either, the action's.</summary>
public abstract class ProviderCommand : SessionCommand
{
    private protected IProviderDirectory Directory => Instance.Services.Providers;

    /// <summary>The instance that is asked for.</summary>
    /// <param name="name">The instance's name, or null.</param>
    /// <param name="providerLinkId">The provider link's id, or null.</param>
    private protected ProviderInfo Find(string? name, string? providerLinkId)
    {
        if (string.IsNullOrEmpty(name) && string.IsNullOrEmpty(providerLinkId))
        {
            name = Call?.Action?.Integration?.Name
                ?? throw Raise(HostProblems.Unusable(CommandName, "it is not said which integration instance is meant, and no action tells.", "Pass -Name or -ProviderLinkId."));
        }

        var id = string.IsNullOrEmpty(providerLinkId) ? null : providerLinkId;
        var found = Await(stopped => Directory.FindAsync(name, id, stopped));
        return found switch
        {
            [var only] => only,
            [] => throw Raise(id is null ? HostProblems.NoProvider(name!, Await(Directory.GetNamesAsync)) : HostProblems.NoProviderLink(id)),
            _ => found.Where(info => info.Name.Equals(name, StringComparison.Ordinal)).ToList() is [var exact] ? exact : throw Raise(HostProblems.SeveralProviders(name!, found)),
        };
    }
}
