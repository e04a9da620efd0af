using System.Text.Json;
using Immy.Typed.Integrations;
using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary><c>/api/v1/provider-links</c>.</summary>
internal static class ProviderLinkEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/provider-links").WithTags("Provider links");
        group.MapGet("/", ListAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapGet("/{id:guid}", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetProviderLink");
        group.MapPost("/", CreateAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapPost("/{id:guid}/health-check", CheckHealthAsync).RequireAuthorization(nameof(Role.Operator));
    }

    private static Task<IResult> ListAsync(
        [AsParameters] PageRequest page, string? name, LinkHealth? health, Guid? integrationTypeId, ImmyDbContext database, CancellationToken cancellationToken)
        => database.ProviderLinks.AsNoTracking()
            .Where(link => (health == null || link.Health == health) && (integrationTypeId == null || link.IntegrationTypeId == integrationTypeId))
            .WhereContains(static link => link.Name, name)
            .PageAsync(page, PageOrder<ProviderLink>.ByName(static link => link.Name, static link => link.Id), static link => ProviderLinkView.Of(link), cancellationToken);

    private static async Task<IResult> GetAsync(Guid id, ImmyDbContext database, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.ProviderLinks.AsNoTracking().SingleOrDefaultAsync(link => link.Id == id, cancellationToken) is not { } link)
        {
            return ApiProblems.NotFound("provider link", id.ToString());
        }

        ETags.Write(context, link);
        return TypedResults.Ok(ProviderLinkView.Of(link));
    }

    private static async Task<IResult> CreateAsync(
        SaveProviderLink save, ImmyDbContext database, LinkSecrets secrets, IIntegrationLoader loader, ModuleScripts modules, IGrainFactory grains, HttpContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(save.Name))
        {
            return ApiProblems.Field("name", "The provider link needs a name.");
        }

        if (await database.ProviderLinks.AnyAsync(link => link.Name == save.Name, cancellationToken))
        {
            return ApiProblems.Taken("name", "provider link", save.Name);
        }

        if (await database.IntegrationTypes.AsNoTracking().Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == save.IntegrationTypeId, cancellationToken) is not { } type)
        {
            return ApiProblems.Field("integrationTypeId", $"There is no integration type {save.IntegrationTypeId}.");
        }

        var values = new Dictionary<string, JsonElement>(save.Values ?? [], StringComparer.OrdinalIgnoreCase);
        HashSet<string> secretFields;
        try
        {
            var script = type.Versions.Single(version => version.Number == type.CurrentVersion).Script;
            await using var integration = await loader.LoadAsync(new IntegrationSource { Name = type.Name, Script = script, Modules = modules.Library }, cancellationToken: cancellationToken);
            if (LinkValues.WhatIsWrong(integration.Form, values) is { Count: > 0 } wrong)
            {
                return TypedResults.ValidationProblem(wrong.ToDictionary(static field => $"values.{field.Key}", static field => new[] { field.Value }), title: "The form is not right.");
            }

            // As the form spells them, whoever wrote them.
            values = values.ToDictionary(pair => integration.Form.Find(pair.Key)?.Name ?? pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase);
            secretFields = integration.Form.Fields.Where(static field => field.IsSecret).Select(static field => field.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        }
        catch (IntegrationLoadException exception)
        {
            return ApiProblems.Script(exception.Problems);
        }

        var link = new ProviderLink
        {
            IntegrationTypeId = type.Id,
            Name = save.Name,
            Values = JsonSerializer.Serialize(values.Where(pair => !secretFields.Contains(pair.Key)).ToDictionary()),
            ProtectedSecrets = secrets.Protect(values.Where(pair => secretFields.Contains(pair.Key)).ToDictionary()),
        };
        database.Add(link);
        await database.SaveChangesAsync(cancellationToken);
        var status = await grains.GetGrain<IProviderLinkGrain>(link.Id).EnsureAsync();
        (link.Health, link.HealthMessage) = (status.Health, status.Message);
        ETags.Write(context, link);
        return TypedResults.CreatedAtRoute(ProviderLinkView.Of(link), "GetProviderLink", new RouteValueDictionary { ["id"] = link.Id });
    }

    private static async Task<IResult> CheckHealthAsync(Guid id, ImmyDbContext database, IGrainFactory grains, CancellationToken cancellationToken)
        => await database.ProviderLinks.AnyAsync(link => link.Id == id, cancellationToken)
            ? TypedResults.Ok(await grains.GetGrain<IProviderLinkGrain>(id).CheckHealthAsync())
            : ApiProblems.NotFound("provider link", id.ToString());
}
