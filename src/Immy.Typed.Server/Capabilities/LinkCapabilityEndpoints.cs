using Immy.Typed.Adapters;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.Modules;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Capabilities;

/// <summary><c>/api/v1/provider-links/{id}/capabilities</c>.</summary>
internal static class LinkCapabilityEndpoints
{
    public static void Map(RouteGroupBuilder api)
        => api.MapGet("/provider-links/{id:guid}/capabilities", ListAsync).WithTags("Capabilities").RequireAuthorization(nameof(Role.Reader));

    // In sessions of its own: a link that is switched off or does not initialize has capabilities all the same.
    private static async Task<IResult> ListAsync(Guid id, ImmyDbContext database, IIntegrationLoader loader, ModuleScripts modules, CancellationToken cancellationToken)
    {
        if (await database.ProviderLinks.AsNoTracking().Include(static link => link.IntegrationType!.Versions).SingleOrDefaultAsync(link => link.Id == id, cancellationToken) is not { } link)
        {
            return ApiProblems.NotFound("provider link", id.ToString());
        }

        var type = link.IntegrationType!;
        var source = new IntegrationSource
        {
            Name = type.Name,
            Script = type.CurrentScript,
            Modules = await modules.ReadAsync(cancellationToken),
            ExcludedCapabilities = link.ExcludedCapabilities,
        };
        try
        {
            await using var integration = await loader.LoadAsync(source, cancellationToken: cancellationToken);
            return TypedResults.Ok(integration.Capabilities.Select(capability => View(integration, capability, isExcluded: false, id))
                .Concat(integration.ExcludedCapabilities.Select(capability => View(integration, capability, isExcluded: true, id)))
                .OrderBy(static view => view.Name, StringComparer.Ordinal).ToList());
        }
        catch (IntegrationLoadException exception)
        {
            return ApiProblems.Script(exception.Problems);
        }
    }

    private static LinkCapabilityView View(DynamicIntegration integration, CapabilityDescriptor capability, bool isExcluded, Guid link) => new(
        capability.Name,
        capability.Summary,
        isExcluded,
        [
            .. capability.Blocks.Select(block => new BlockView(
                block.Name,
                block.Summary,
                integration.HasBlock(block),
                CallableBlocks.WhyNot(block, link),
                [.. block.Parameters.Select(static parameter => new ParameterView(parameter.Name, parameter.Summary, BlockSchemas.IsRequired(parameter), BlockSchemas.OfParameter(parameter)))],
                block.Returns,
                block.Shape,
                BlockSchemas.OfResult(block))),
        ]);
}
