using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Immy.Typed.Server.Security.Access;
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

        return await keys.FindAsync(header.Parameter, Context.RequestAborted) is { } key
            ? AuthenticateResult.Success(new(Identities.Of(SchemeName, key.Id, key.Name, key.Role, key.ScopeList.Select(static scope => new Claim(Identities.Scope, scope))), SchemeName))
            : AuthenticateResult.Fail("The API key is not known, has expired, or was revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => AuthorizationAnswers.NobodyAsync(Context);
}
