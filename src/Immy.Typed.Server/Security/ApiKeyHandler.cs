using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Immy.Typed.Server.Security;

/// <summary>Knows who asks by an API key: <c>Authorization: Bearer immy_...</c>.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "ApiKey";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header)
            || !"Bearer".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase) || header.Parameter is null)
        {
            return AuthenticateResult.NoResult();
        }

        if (await keys.FindAsync(header.Parameter, Context.RequestAborted) is not { } key)
        {
            return AuthenticateResult.Fail("The API key is not known, or has expired.");
        }

        // Each role may do what those before it may.
        var roles = Enum.GetValues<Role>().Where(role => role <= key.Role).Select(static role => new Claim(ClaimTypes.Role, role.ToString()));
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, key.Id.ToString()), new Claim(ClaimTypes.Name, key.Name), .. roles], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => TypedResults.Problem(
        "Send an API key that is known and has not expired: Authorization: Bearer immy_...", statusCode: StatusCodes.Status401Unauthorized, title: "Nobody is known by this request.").ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => TypedResults.Problem(
        $"The API key '{Context.User.Identity?.Name}' may not do that. Use one of a higher role.", statusCode: StatusCodes.Status403Forbidden, title: "The key may not do that.").ExecuteAsync(Context);
}
