using Immy.Typed.Server.Hosting;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary><c>/api/v1/provider-links/{id}/webhook</c>.</summary>
internal static class WebhookSettingsEndpoints
{
    // Two are enough for a rotation; each is tried on each request.
    private const int MostKeys = 10;

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/provider-links/{link:guid}/webhook").WithTags("Webhooks");
        group.MapGet("/", GetAsync).RequireAuthorization(nameof(Role.Reader)).WithName("GetWebhook");
        group.MapPut("/", SaveAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapPost("/keys", AddKeyAsync).RequireAuthorization(nameof(Role.Administrator));
        group.MapDelete("/keys/{id:guid}", RevokeKeyAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static async Task<IResult> GetAsync(Guid link, ImmyDbContext database, ServerOptions options, HttpContext context, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(database, link, cancellationToken))
        {
            return ApiProblems.NotFound("provider link", link.ToString());
        }

        var settings = await database.WebhookSettings.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.ProviderLinkId == link, cancellationToken);
        return View(settings ?? new WebhookSettings { ProviderLinkId = link }, await KeysAsync(database, link, cancellationToken), options, context);
    }

    private static async Task<IResult> SaveAsync(
        Guid link, SaveWebhook save, ImmyDbContext database, WebhookStore store, ServerOptions options, IGrainFactory grains, HttpContext context, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(database, link, cancellationToken))
        {
            return ApiProblems.NotFound("provider link", link.ToString());
        }

        var kept = await database.WebhookSettings.SingleOrDefaultAsync(candidate => candidate.ProviderLinkId == link, cancellationToken);
        var settings = kept ?? new WebhookSettings { ProviderLinkId = link };
        var keys = await KeysAsync(database, link, cancellationToken);
        if ((ETags.WhyNot(context, settings, "webhook") ?? WebhookProblems.WhyNot(save, keys.Select(store.Unprotect))) is { } refusal)
        {
            return refusal;
        }

        settings.Check = save.Check;
        settings.Place = save.Place ?? WebhookPlace.Header;
        settings.Name = save.Name;
        settings.Prefix = save.Prefix ?? "";
        settings.Encoding = save.Encoding ?? WebhookEncoding.Hex;
        settings.AllowedAddresses = string.Join('\n', (save.AllowedAddresses ?? []).Select(WebhookProblems.Network));
        settings.RequestsPerSecond = save.RequestsPerSecond ?? settings.RequestsPerSecond;
        settings.Burst = save.Burst ?? settings.Burst;
        database.Entry(settings).State = kept is null ? EntityState.Added : EntityState.Modified;
        await database.SaveChangesAsync(cancellationToken);
        await grains.GetGrain<IProviderLinkGrain>(link).TellAsync(new WebhookChanged());
        return View(settings, keys, options, context);
    }

    private static async Task<IResult> AddKeyAsync(
        Guid link, AddWebhookKey add, ImmyDbContext database, WebhookStore store, IGrainFactory grains, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!await ExistsAsync(database, link, cancellationToken))
        {
            return ApiProblems.NotFound("provider link", link.ToString());
        }

        var check = await database.WebhookSettings.Where(settings => settings.ProviderLinkId == link).Select(static settings => settings.Check).SingleOrDefaultAsync(cancellationToken);
        if (WebhookProblems.WhyNot(add, check) is { } refusal)
        {
            return refusal;
        }

        var keys = await KeysAsync(database, link, cancellationToken);
        if (keys.Any(key => key.Name == add.Name))
        {
            return ApiProblems.Taken("name", "key of this webhook", add.Name!);
        }

        if (keys.Count >= MostKeys)
        {
            return ApiProblems.Conflict("There are too many keys.", $"The webhook has {keys.Count} keys, and {MostKeys} are the most. Revoke one that is no longer used.");
        }

        var text = add.Text ?? StandardKey.Make();
        var added = new WebhookKey { ProviderLinkId = link, Name = add.Name!, ProtectedText = store.Protect(text), CreatedAt = time.GetUtcNow() };
        database.Add(added);
        await database.SaveChangesAsync(cancellationToken);
        await grains.GetGrain<IProviderLinkGrain>(link).TellAsync(new WebhookChanged());
        return TypedResults.CreatedAtRoute(WebhookKeyView.Of(added, add.Text is null ? text : null), "GetWebhook", new RouteValueDictionary { ["link"] = link });
    }

    private static async Task<IResult> RevokeKeyAsync(Guid link, Guid id, ImmyDbContext database, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await database.WebhookKeys.SingleOrDefaultAsync(key => key.Id == id && key.ProviderLinkId == link, cancellationToken) is not { } revoked)
        {
            return ApiProblems.NotFound("key of this webhook", id.ToString());
        }

        database.Remove(revoked);
        await database.SaveChangesAsync(cancellationToken);
        await grains.GetGrain<IProviderLinkGrain>(link).TellAsync(new WebhookChanged());
        return TypedResults.NoContent();
    }

    private static Ok<WebhookView> View(WebhookSettings settings, IEnumerable<WebhookKey> keys, ServerOptions options, HttpContext context)
    {
        ETags.Write(context, settings);
        var address = options.Webhooks.Address?.ToString().TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}";
        return TypedResults.Ok(WebhookView.Of(settings, keys, $"{address}/plugins/api/v1/{settings.ProviderLinkId}/"));
    }

    private static Task<List<WebhookKey>> KeysAsync(ImmyDbContext database, Guid link, CancellationToken cancellationToken)
        => database.WebhookKeys.AsNoTracking().Where(key => key.ProviderLinkId == link).OrderBy(static key => key.Id).ToListAsync(cancellationToken);

    private static Task<bool> ExistsAsync(ImmyDbContext database, Guid link, CancellationToken cancellationToken)
        => database.ProviderLinks.AnyAsync(candidate => candidate.Id == link, cancellationToken);
}
