using Immy.Typed.Problems;
using Immy.Typed.Server.IntegrationTypes;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.ProviderLinks;

/// <summary><c>/api/v1/integration-types/{id}/test-connection</c>, and the same of a provider link.</summary>
internal static class ConnectionEndpoints
{
    // Only administrators: whoever may send a stored secret to an address of their choice can read it there.
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/integration-types/{id:guid}/test-connection", TestTypeAsync).WithTags("Integration types").RequireAuthorization(nameof(Role.Administrator));
        api.MapPost("/provider-links/{id:guid}/test-connection", TestLinkAsync).WithTags("Provider links").RequireAuthorization(nameof(Role.Administrator));
    }

    private static async Task<IResult> TestTypeAsync(
        Guid id, FormValues values, ImmyDbContext database, LinkForms forms, ConnectionTests tests, HttpContext context, CancellationToken cancellationToken)
        => await database.IntegrationTypes.AsNoTracking().Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == id, cancellationToken) is { } type
            ? await TestAsync(type, values, null, forms, tests, context, cancellationToken)
            : ApiProblems.NotFound("integration type", id.ToString());

    private static async Task<IResult> TestLinkAsync(
        Guid id, FormValues values, ImmyDbContext database, LinkForms forms, ConnectionTests tests, HttpContext context, CancellationToken cancellationToken)
        => await database.ProviderLinks.AsNoTracking().Include(static link => link.IntegrationType!.Versions).SingleOrDefaultAsync(link => link.Id == id, cancellationToken) is { } link
            ? await TestAsync(link.IntegrationType!, values, link, forms, tests, context, cancellationToken)
            : ApiProblems.NotFound("provider link", id.ToString());

    private static async Task<IResult> TestAsync(
        IntegrationType type, FormValues values, ProviderLink? link, LinkForms forms, ConnectionTests tests, HttpContext context, CancellationToken cancellationToken)
    {
        // A link that is tested with nothing is tested as it is.
        var given = LinkValues.ByName(values.Values ?? (link is null ? null : LinkSecrets.PlainOf(link)));
        var (form, refusal) = await forms.ReadAsync(type, given, link, cancellationToken);
        if (form is null)
        {
            return refusal!;
        }

        try
        {
            return TypedResults.Ok(await tests.RunAsync(type, form, link?.Id, context.User.Identity!.Name!, cancellationToken));
        }
        catch (IntegrationLoadException exception)
        {
            return ApiProblems.Script(exception.Problems);
        }
    }
}
