using System.Security.Claims;
using Immy.Typed.Server.Security.Access;
using Immy.Typed.Server.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace Immy.Typed.Server.Security.People;

/// <summary>The cookie of somebody who signed in. It ends with the browser, after eight hours without a request, and at once when the person is disabled or gets another password or role.</summary>
internal static class PersonCookie
{
    public const string SchemeName = "Cookie";

    public const string Name = "immy-session";

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = TimeSpan.FromHours(8);
        options.SlidingExpiration = true;
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnRedirectToLogin = static context => AuthorizationAnswers.NobodyAsync(context.HttpContext);
    }

    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var id = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var parsed) ? parsed : Guid.Empty;
        var person = await services.GetRequiredService<ImmyDbContext>().People.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.Id == id, context.HttpContext.RequestAborted);
        if (person is null or { IsDisabled: true } || person.SecurityStamp != context.Principal!.FindFirstValue(Identities.SecurityStamp))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(SchemeName);
        }
    }
}
