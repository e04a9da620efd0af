using Immy.Typed.Calls;
using Immy.Typed.Problems;
using Immy.Typed.Sessions;
using Immy.Typed.Sessions.Engine;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Http;

/// <summary>
/// Gives PowerShell's web commands the instance's HTTP client. Everything else, from parameters to the answer, stays
/// theirs: the session is prepared as they do it, and then already holds a client when they ask for one.
/// </summary>
internal static class OutboundCommand
{
    // What .NET's own handler follows when nobody says how many.
    private const int UsualRedirects = 50;

    public static void Prepare(WebRequestPSCmdlet command)
    {
        if (command.WebSession?.Proxy is not null)
        {
            command.ThrowTerminatingError(new ProblemException(HttpProblems.OwnProxy(command.MyInvocation.MyCommand.Name)).ErrorRecord);
        }

        WebCommandInternals.Validate(command);
        WebCommandInternals.PrepareSession(command);

        // The variable is set now; asked a second time, the command would take it for a contradiction to the session.
        command.SessionVariable = null;
        var web = command.WebSession!;
        var isFollowedByCommand = command.AllowInsecureRedirect || command.PreserveHttpMethodOnRedirect
            || (command.PreserveAuthorizationOnRedirect && web.Headers.ContainsKey("Authorization"));
        var session = SessionRegistry.Current;
        WebSessionInternals.Replace(web, isFollowedByCommand, session.Instance.Http.Client(
            new OutboundSettings
            {
                Key = WebSessionInternals.KeyOf(web),
                Cookies = web.Cookies,
                Credentials = web.Credentials,
                Certificates = web.Certificates,
                MaximumRedirects = isFollowedByCommand ? 0 : web.MaximumRedirection < 0 ? UsualRedirects : web.MaximumRedirection,
                Timeout = WebSessionInternals.TimeoutOf(web),
            },
            session.Current is BlockCall call ? call.Sent : null));
    }
}
