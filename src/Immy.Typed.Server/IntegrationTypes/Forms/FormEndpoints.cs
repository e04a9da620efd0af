using System.Text.Json;
using Immy.Typed.Problems;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Security;
using Immy.Typed.Server.Storage;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.IntegrationTypes;

/// <summary><c>/api/v1/integration-types/{id}/form</c>.</summary>
internal static class FormEndpoints
{
    private const string SchemaType = "application/schema+json";

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/integration-types/{id:guid}/form").WithTags("Integration types");
        group.MapGet("/", GetAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPost("/", PostAsync).RequireAuthorization(nameof(Role.Administrator));
    }

    private static Task<IResult> GetAsync(Guid id, ImmyDbContext database, TypeForms forms, CancellationToken cancellationToken)
        => ReadAsync(id, null, database, forms, cancellationToken);

    private static Task<IResult> PostAsync(Guid id, FormValues values, ImmyDbContext database, TypeForms forms, CancellationToken cancellationToken)
        => ReadAsync(id, values, database, forms, cancellationToken);

    private static async Task<IResult> ReadAsync(Guid id, FormValues? values, ImmyDbContext database, TypeForms forms, CancellationToken cancellationToken)
    {
        if (await database.IntegrationTypes.AsNoTracking().Include(static type => type.Versions).SingleOrDefaultAsync(type => type.Id == id, cancellationToken) is not { } type)
        {
            return ApiProblems.NotFound("integration type", id.ToString());
        }

        try
        {
            var form = await forms.ReadAsync(type, LinkValues.ByName(values?.Values), cancellationToken);
            return TypedResults.Text(FormSchema.Of(type.Name, form, isForValues: values is not null).ToJsonString(JsonSerializerOptions.Web), SchemaType);
        }
        catch (IntegrationLoadException exception)
        {
            return ApiProblems.Script(exception.Problems);
        }
        catch (BlockException exception)
        {
            return FormRefusals.Of(exception);
        }
    }
}
