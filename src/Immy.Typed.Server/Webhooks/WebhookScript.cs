using Immy.Typed.Problems;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Streams;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Lets a link's script answer a request, as a run.</summary>
internal sealed partial class WebhookScript(RunLog runs, WebhookExecutor executor, ILogger<WebhookScript> logger)
{
    private const string Failed = "The integration failed.";

    /// <summary>A run's name.</summary>
    public static string NameOf(WebhookRequest request) => $"{request.Method} {request.Route}";

    /// <summary>Whom a run says that it was caused by.</summary>
    public static string SenderOf(WebhookRequest request) => request.RemoteAddress ?? "webhook";

    public async Task<WebhookAnswer> AnswerAsync(LiveLink link, ISupportsHttpRequest capability, WebhookRequest request, CancellationToken cancellationToken)
    {
        using var run = runs.Begin(RunKind.Webhook, NameOf(request), link.Id, SenderOf(request), isWhole: true);
        try
        {
            var answer = await executor.AnswerAsync(capability, request, cancellationToken);
            run.Count(1);
            return Told(run, RunObserver.StateOf(run.Blocks is [.., var block] ? block.Outcome : RunOutcome.Ok), answer, "");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            run.Tell(RunState.Cancelled, "The sender hung up; the script was stopped.");
            throw;
        }
        catch (BlockException exception) when (exception.Run.Outcome == RunOutcome.Cancelled && cancellationToken.IsCancellationRequested)
        {
            run.Tell(RunState.Cancelled, "The sender hung up; the script was stopped.");
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (BlockException exception)
        {
            return Told(run, RunObserver.StateOf(exception.Run.Outcome), RefusalOf(run.Id, exception.Run.Outcome), exception.Message);
        }
        catch (WebhookBodyException exception)
        {
            return Told(run, RunState.Rejected, WebhookAnswer.Refuse(StatusCodes.Status400BadRequest, "The body cannot be read.", exception.Message), exception.Message);
        }
        catch (WebhookAnswerException exception)
        {
            return Told(run, RunState.Failed, RefusalOf(run.Id, RunOutcome.Failed), exception.Message);
        }
        catch (Exception exception)
        {
            // A fault of ours: the run must not pass for one that went well.
            LogFault(exception, run.Id);
            return Told(run, RunState.Failed, RefusalOf(run.Id, RunOutcome.Failed), exception.Message);
        }
    }

    // A message of the run's own: an event would cost the database a second row for each request.
    private static WebhookAnswer Told(RunScope run, RunState state, WebhookAnswer answer, string message)
    {
        run.Tell(state, $"Answered {answer.Status}. {message}".TrimEnd());
        return answer;
    }

    private static WebhookAnswer RefusalOf(Guid run, RunOutcome outcome) => outcome switch
    {
        RunOutcome.TimedOut => WebhookAnswer.Refuse(StatusCodes.Status504GatewayTimeout, "The integration took too long.", $"It was stopped. The run {run} tells an administrator where.", run),
        RunOutcome.Rejected => WebhookAnswer.Refuse(StatusCodes.Status503ServiceUnavailable, "The integration is busy.", "Too many requests wait for it. Send it again later.", run, retryAfter: 1),
        _ => WebhookAnswer.Refuse(StatusCodes.Status500InternalServerError, Failed, $"The run {run} tells an administrator why.", run),
    };

    [LoggerMessage(EventId = 30, Level = LogLevel.Error, Message = "The webhook's run {Id} failed in the server itself.")]
    private partial void LogFault(Exception exception, Guid id);
}
