using System.Text.Json;
using Immy.Typed.Capabilities;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Immy.Typed.Server.Storage.Paging;
using Immy.Typed.Server.SupportTickets;
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
        group.MapPut("/{id:guid}", UpdateAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapDelete("/{id:guid}", DeleteAsync).RequireAuthorization(nameof(Role.Administrator));
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
        SaveProviderLink save, ImmyDbContext database, LinkForms forms, LinkSecrets secrets, TicketRule tickets, CapabilityCatalog catalog, IGrainFactory grains, HttpContext context, CancellationToken cancellationToken)
    {
        if (await WhyNotAsync(save.Name, save.ExcludedCapabilities, null, database, catalog, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        if (await database.IntegrationTypes.AsNoTracking().Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == save.IntegrationTypeId, cancellationToken) is not { } type)
        {
            return ApiProblems.Field("integrationTypeId", $"There is no integration type {save.IntegrationTypeId}.");
        }

        var (form, refusal) = await forms.ReadAsync(type, LinkValues.ByName(save.Values), null, cancellationToken);
        if (form is null)
        {
            return refusal!;
        }

        var link = new ProviderLink { IntegrationTypeId = type.Id, Name = save.Name!, ExcludedCapabilities = CapabilityNames.Spelled(save.ExcludedCapabilities ?? [], catalog) };
        Take(link, form, secrets);
        if (await tickets.SettleAsync(link, type, cancellationToken) is { } taken)
        {
            return taken;
        }

        database.Add(link);
        await database.SaveChangesAsync(cancellationToken);
        Tell(link, await grains.GetGrain<IProviderLinkGrain>(link.Id).EnsureAsync());
        ETags.Write(context, link);
        return TypedResults.CreatedAtRoute(ProviderLinkView.Of(link), "GetProviderLink", new RouteValueDictionary { ["id"] = link.Id });
    }

    private static async Task<IResult> UpdateAsync(
        Guid id, EditProviderLink edit, ImmyDbContext database, LinkForms forms, LinkSecrets secrets, TicketRule tickets, CapabilityCatalog catalog, IGrainFactory grains, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.ProviderLinks.Include(static link => link.IntegrationType!.Versions).SingleOrDefaultAsync(link => link.Id == id, cancellationToken) is not { } link)
        {
            return ApiProblems.NotFound("provider link", id.ToString());
        }

        if (ETags.WhyNot(context, link, "provider link") is { } stale)
        {
            return stale;
        }

        if (await WhyNotAsync(edit.Name, edit.ExcludedCapabilities, id, database, catalog, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        if (edit.Values is not null)
        {
            var (form, refusal) = await forms.ReadAsync(link.IntegrationType!, LinkValues.ByName(edit.Values), link, cancellationToken);
            if (form is null)
            {
                return refusal!;
            }

            Take(link, form, secrets);
        }

        link.Name = edit.Name!;
        link.IsEnabled = edit.IsEnabled ?? link.IsEnabled;
        link.ExcludedCapabilities = edit.ExcludedCapabilities is null ? link.ExcludedCapabilities : CapabilityNames.Spelled(edit.ExcludedCapabilities, catalog);
        if (await tickets.SettleAsync(link, link.IntegrationType!, cancellationToken) is { } taken)
        {
            return taken;
        }

        await database.SaveChangesAsync(cancellationToken);
        Tell(link, await grains.GetGrain<IProviderLinkGrain>(id).ReloadAsync());
        ETags.Write(context, link);
        return TypedResults.Ok(ProviderLinkView.Of(link));
    }

    private static async Task<IResult> DeleteAsync(Guid id, ImmyDbContext database, IGrainFactory grains, HttpContext context, CancellationToken cancellationToken)
    {
        if (await database.ProviderLinks.SingleOrDefaultAsync(link => link.Id == id, cancellationToken) is not { } link)
        {
            return ApiProblems.NotFound("provider link", id.ToString());
        }

        if (ETags.WhyNot(context, link, "provider link") is { } stale)
        {
            return stale;
        }

        database.Remove(link);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && DatabaseTrouble.Of(exception) is null)
        {
            return ApiProblems.Conflict("It is in use.", "Something is still assigned to the provider link, such as a deployment. Remove that first, or switch the link off.");
        }

        await grains.GetGrain<IProviderLinkGrain>(id).ReloadAsync();
        return TypedResults.NoContent();
    }

    private static async Task<IResult> CheckHealthAsync(Guid id, ImmyDbContext database, IGrainFactory grains, CancellationToken cancellationToken)
        => await database.ProviderLinks.AnyAsync(link => link.Id == id, cancellationToken)
            ? TypedResults.Ok(await grains.GetGrain<IProviderLinkGrain>(id).CheckHealthAsync())
            : ApiProblems.NotFound("provider link", id.ToString());

    private static async Task<IResult?> WhyNotAsync(
        string? name, IReadOnlyList<string>? excluded, Guid? id, ImmyDbContext database, CapabilityCatalog catalog, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return ApiProblems.Field("name", "The provider link needs a name.");
        }

        if (name.Length > 100)
        {
            return ApiProblems.Field("name", $"The name has {name.Length} characters; at most 100 are allowed.");
        }

        return await database.ProviderLinks.AnyAsync(link => link.Name == name && link.Id != id, cancellationToken)
            ? ApiProblems.Taken("name", "provider link", name)
            : CapabilityNames.WhyNotExcluded(excluded ?? [], catalog);
    }

    private static void Take(ProviderLink link, LinkForm form, LinkSecrets secrets)
    {
        link.Values = JsonSerializer.Serialize(form.Plain);
        link.ProtectedSecrets = secrets.Protect(form.Secrets);
    }

    private static void Tell(ProviderLink link, LinkStatus status) => (link.Health, link.HealthMessage) = (status.Health, status.Message);
}
