using System.Globalization;
using System.Management.Automation.Host;

namespace Immy.Typed.Sessions;

/// <summary>The host of a session: it writes to the call's streams, and nobody sits in front of it.</summary>
internal sealed class SessionHost : PSHost
{
    private readonly SessionHostInterface _interface;

    public SessionHost(StreamWatcher streams) => _interface = new SessionHostInterface(streams);

    public override string Name => "Immy.Typed";

    public override Version Version { get; } = typeof(SessionHost).Assembly.GetName().Version!;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => _interface;

    // Results must not depend on where the host runs.
    public override CultureInfo CurrentCulture => CultureInfo.InvariantCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.InvariantCulture;

    public void Flush() => _interface.Flush();

    public override void SetShouldExit(int exitCode)
    {
        // A script's exit ends its block only; the call reports it.
    }

    public override void EnterNestedPrompt() => throw SessionHostInterface.NobodyAnswers("a nested prompt");

    public override void ExitNestedPrompt()
    {
    }

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }
}
