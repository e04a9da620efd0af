namespace Immy.Typed.Server.Webhooks;

/// <summary>The message ids of one link that came lately, each with the status that it was answered with.</summary>
internal sealed class SeenMessages(TimeProvider time)
{
    // A request may be dated a window ahead, and would be believed until a window after that.
    private static readonly TimeSpan Kept = WebhookSignatures.Window * 2;
    private const int Most = 100_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, TaskCompletionSource<int?>> _answers = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, TaskCompletionSource<int?> Answer, DateTimeOffset At)> _order = new();

    /// <summary>
    /// Answers a message that comes for the first time; one that came already gets that status again. Of two at once the
    /// second waits for the first. What failed on the server's side does not count: the vendor sends it again for that reason.
    /// </summary>
    public async Task<(WebhookAnswer? Answer, int Status)> OnceAsync(string id, Func<Task<WebhookAnswer>> answer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (mine, first) = Enter(id);
            if (first is null)
            {
                return await AnswerAsync(id, mine, answer);
            }

            if (await first.Task.WaitAsync(cancellationToken) is { } status)
            {
                return (null, status);
            }
        }
    }

    private async Task<(WebhookAnswer? Answer, int Status)> AnswerAsync(string id, TaskCompletionSource<int?> mine, Func<Task<WebhookAnswer>> answer)
    {
        int? status = null;
        try
        {
            var result = await answer();
            status = result.Status;
            return (result, result.Status);
        }
        finally
        {
            if (status is null or >= StatusCodes.Status500InternalServerError)
            {
                Forget(id, mine);
            }

            mine.SetResult(status);
        }
    }

    private (TaskCompletionSource<int?> Mine, TaskCompletionSource<int?>? First) Enter(string id)
    {
        var mine = new TaskCompletionSource<int?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            var now = time.GetUtcNow();
            while (_order.TryPeek(out var oldest) && (now - oldest.At > Kept || _order.Count >= Most))
            {
                _order.Dequeue();
                Remove(oldest.Id, oldest.Answer);
            }

            if (_answers.TryGetValue(id, out var first))
            {
                return (mine, first);
            }

            _answers[id] = mine;
            _order.Enqueue((id, mine, now));
            return (mine, null);
        }
    }

    private void Forget(string id, TaskCompletionSource<int?> answer)
    {
        lock (_gate)
        {
            Remove(id, answer);
        }
    }

    private void Remove(string id, TaskCompletionSource<int?> answer)
    {
        if (_answers.TryGetValue(id, out var kept) && kept == answer)
        {
            _answers.Remove(id);
        }
    }
}
