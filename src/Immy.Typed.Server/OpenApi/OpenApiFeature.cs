using Scalar.AspNetCore;

namespace Immy.Typed.Server.OpenApi;

/// <summary>What the API says of itself: a document for programs, and a page for people that fetches nothing from elsewhere.</summary>
internal static class OpenApiFeature
{
    private const string DocumentPath = "/openapi/v1.json";

    public static void AddApiDocument(this IServiceCollection services)
    {
        services.AddOpenApi(ApiDocument.Name, static options => options.ShouldInclude = static operation => operation.RelativePath?.StartsWith("api/v1", StringComparison.Ordinal) is true);
        services.AddSingleton<ApiDocument>();
    }

    // Anybody may read it: it tells how to ask, and nothing of what is kept here.
    public static void MapApiDocument(this WebApplication application)
    {
        application.MapGet(DocumentPath, static async (ApiDocument document, CancellationToken cancellationToken)
            => TypedResults.Text(await document.ReadAsync(cancellationToken), "application/json")).AllowAnonymous().ExcludeFromDescription();
        application.MapScalarApiReference("/reference", static page =>
        {
            page.Title = "Immy.Typed";
            page.OpenApiRoutePattern = DocumentPath;
            page.DefaultFonts = false;
            page.Telemetry = false;

            // What leads to services of others has no place on a page that knows of no internet.
            page.HideClientButton = true;
            page.HideDeveloperTools().DisableAgent().DisableMcp();
        }).AllowAnonymous();
    }
}
