using Immy.Typed.Server.Security.Access;
using Immy.Typed.Server.Security.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;

namespace Immy.Typed.Server.Security;

/// <summary>Who asks, and what they may do.</summary>
internal static class SecurityFeature
{
    private const string SchemeName = "KeyOrCookie";

    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddScoped<ApiKeys>();
        services.AddSingleton<ApiKeyUse>();
        services.AddHostedService(static provider => provider.GetRequiredService<ApiKeyUse>());
        services.AddAuthentication(SchemeName)
            .AddPolicyScheme(SchemeName, null, static scheme => scheme.ForwardDefaultSelector = static context
                => context.Request.Headers.Authorization.Count == 0 && context.Request.Cookies.ContainsKey(PersonCookie.Name) ? PersonCookie.SchemeName : ApiKeyHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.SchemeName, null)
            .AddCookie(PersonCookie.SchemeName, PersonCookie.Configure);
        AddPeople(services);
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationAnswers>();
        var authorization = services.AddAuthorizationBuilder();
        foreach (var role in Enum.GetNames<Role>())
        {
            authorization.AddPolicy(role, policy => policy.RequireRole(role).AddRequirements(new ScopeRequirement()));
        }

        return services;
    }

    public static void UseSecurity(this WebApplication application)
    {
        application.UseAuthentication();
        application.UseMiddleware<OtherSitesGuard>();
        application.UseAuthorization();
    }

    public static void Map(RouteGroupBuilder api)
    {
        SessionEndpoints.Map(api);
        UserEndpoints.Map(api);
        ApiKeyEndpoints.Map(api);
    }

    private static void AddPeople(IServiceCollection services)
    {
        services.AddSingleton<SignInTurns>();
        services.AddScoped<SignIns>();
        // Before Identity adds its own, whose messages do not tell how to mend it.
        services.AddScoped<IUserValidator<Person>, PersonRules>();
        services.AddScoped<IPasswordValidator<Person>, PersonRules>();
        services.AddIdentityCore<Person>(static identity =>
        {
            identity.Lockout.MaxFailedAccessAttempts = 5;
            identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddUserStore<PersonStore>();
        // What OWASP names for PBKDF2 with SHA-512.
        services.Configure<PasswordHasherOptions>(static hasher => hasher.IterationCount = 210_000);
    }
}
