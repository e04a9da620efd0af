namespace Immy.Typed.Server.Hosting;

/// <summary>How far the server's end has come: what works by itself asks before it begins, and what still goes on when the time is over is cut.</summary>
internal sealed class ServerStopping(IHostApplicationLifetime lifetime, ServerOptions options) : IDisposable
{
    private readonly CancellationTokenSource _cut = new();

    /// <summary>Set when the server is told to stop: nothing new begins by itself.</summary>
    public CancellationToken Begun => lifetime.ApplicationStopping;

    /// <summary>Set when work that goes on has had its time.</summary>
    public CancellationToken Cut => _cut.Token;

    public bool HasBegun => lifetime.ApplicationStopping.IsCancellationRequested;

    public bool IsCut => _cut.IsCancellationRequested;

    /// <summary>Why something was cut.</summary>
    public string Why => $"The server was stopped, and it did not end within {options.ShutdownTimeout.TotalSeconds:0.#} seconds (Server:ShutdownTimeout).";

    /// <summary>What the runs say that were cut.</summary>
    public string Reason => $"{Why} What it had not saved was not done; a job does it again at its next time.";

    /// <summary>What callers are told whose work was cut.</summary>
    public const string Refusal = "The server was stopped while it worked on this, and the time that it may still take (Server:ShutdownTimeout) is over. Send it again in a moment; its run says what was done.";

    /// <summary>Cuts what goes on.</summary>
    public Task CutAsync() => _cut.CancelAsync();

    public void Dispose() => _cut.Dispose();
}
