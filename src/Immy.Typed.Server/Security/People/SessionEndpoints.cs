using Immy.Typed.Server.Audit;
using Immy.Typed.Server.Problems;
using Immy.Typed.Server.Security.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace Immy.Typed.Server.Security.People;

/// <summary><c>/api/v1/session</c>: sign in, out, and who am I.</summary>
internal static class SessionEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/session").WithTags("Session").WithMetadata(new RefusesOtherSites());
        group.MapPost("/", SignInAsync).AllowAnonymous();
        group.MapGet("/", static (HttpContext context) => TypedResults.Ok(SessionView.Of(context.User))).RequireAuthorization(nameof(Role.Reader));
        group.MapDelete("/", SignOutAsync).RequireAuthorization(nameof(Role.Reader));
        group.MapPut("/password", ChangePasswordAsync).RequireAuthorization(nameof(Role.Reader));
    }

    private static async Task<IResult> SignInAsync(SignIn signIn, SignIns signIns, AuditLog audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(signIn.UserName))
        {
            return ApiProblems.Field("userName", "Send the user's name.");
        }

        if (string.IsNullOrEmpty(signIn.Password))
        {
            return ApiProblems.Field("password", "Send the user's password.");
        }

        var (known, comesIn) = await signIns.FindAsync(signIn.UserName, signIn.Password, cancellationToken);
        // A name that does not exist may be a password that was typed into the wrong field.
        var actor = new Actor(known?.UserName ?? "an unknown name", known?.Id, Actor.AddressOf(context));
        await audit.WriteAsync(actor, comesIn ? AuditAction.SignedIn : AuditAction.SignInRefused, "user", known?.Id, known?.UserName, null, cancellationToken);
        if (!comesIn)
        {
            return TypedResults.Problem(signIns.Refusal, statusCode: StatusCodes.Status401Unauthorized, title: "Nobody is signed in.");
        }

        var principal = SignIns.Principal(known!);
        await context.SignInAsync(PersonCookie.SchemeName, principal);
        return TypedResults.Ok(SessionView.Of(principal));
    }

    private static async Task<IResult> SignOutAsync(AuditLog audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.Identity!.AuthenticationType == PersonCookie.SchemeName && Actor.Of(context) is { } actor)
        {
            await audit.WriteAsync(actor, AuditAction.SignedOut, "user", actor.Id, actor.Name, null, cancellationToken);
        }

        await context.SignOutAsync(PersonCookie.SchemeName);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ChangePasswordAsync(NewPassword change, UserManager<Person> people, SignIns signIns, HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.Identity!.AuthenticationType != PersonCookie.SchemeName)
        {
            return TypedResults.Problem("An API key has no password. Sign in at POST /api/v1/session first.", statusCode: StatusCodes.Status409Conflict, title: "There is no password.");
        }

        // As a sign-in, so that whoever found an open browser cannot guess here without end.
        if (await signIns.FindAsync(context.User.Identity.Name!, change.Current ?? "", cancellationToken) is not (var person, true))
        {
            return ApiProblems.Field("current", "It is not the present password.");
        }

        var result = await people.ChangePasswordAsync(person!, change.Current!, change.Password ?? "");
        if (!result.Succeeded)
        {
            return UserEndpoints.Refusal(result);
        }

        await context.SignInAsync(PersonCookie.SchemeName, SignIns.Principal(person!));
        return TypedResults.NoContent();
    }
}
