using Immy.Typed.Capabilities;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Modules;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>Tells whether a script takes support requests.</summary>
internal sealed class TicketCapability(IIntegrationLoader loader, ModuleScripts modules, CapabilityCatalog catalog)
{
    public const string Name = nameof(ISupportsSupportTicketDetailOverride);

    /// <summary>True when it does with these capabilities excluded; null when the script does not load.</summary>
    public async Task<bool?> IsAddedAsync(string name, string script, IReadOnlyList<string> excluded, CancellationToken cancellationToken)
    {
        var source = new IntegrationSource { Name = name, Script = script, Modules = await modules.ReadAsync(cancellationToken), ExcludedCapabilities = excluded };
        if (!IsNamed(source))
        {
            return false;
        }

        try
        {
            await using var integration = await loader.LoadAsync(source, cancellationToken: cancellationToken);
            return (object)integration is ISupportsSupportTicketDetailOverride;
        }
        catch (IntegrationLoadException)
        {
            return null;
        }
    }

    // Few scripts do, and a capability can be added by its name only: the others need not be loaded for it.
    private bool IsNamed(IntegrationSource source)
    {
        var names = catalog.Capabilities.Where(static capability => capability.Interface.IsAssignableTo(typeof(ISupportsSupportTicketDetailOverride))).Select(static capability => capability.Name).ToList();
        return source.Modules.Modules.Select(static module => module.Script).Append(source.Script).Any(text => names.Exists(name => text.Contains(name, StringComparison.OrdinalIgnoreCase)));
    }
}
