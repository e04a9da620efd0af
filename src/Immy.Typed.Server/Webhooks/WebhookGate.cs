using System.Threading.RateLimiting;
using Immy.Typed.Integrations;
using Immy.Typed.Server.Webhooks.Settings;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Decides for one link which requests pass. Lives where the link lives.</summary>
internal sealed class WebhookGate(Guid link, WebhookStore store, TimeProvider time) : IDisposable
{
    // A flood of bad requests must not fill the database: so many are written down, the others counted.
    private const int RefusalsWritten = 10;
    private static readonly TimeSpan RefusalPeriod = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly TokenBucketRateLimiter _refusals = new(new()
    {
        TokenLimit = RefusalsWritten,
        TokensPerPeriod = RefusalsWritten,
        ReplenishmentPeriod = RefusalPeriod,
        AutoReplenishment = false,
    });
    private Task<(WebhookRules Rules, TokenBucketRateLimiter Limiter)>? _rules;
    private WeakReference<DynamicIntegration>? _for;
    private int _unwritten;

    /// <summary>The messages that came lately.</summary>
    public SeenMessages Seen { get; } = new(time);

    /// <summary>The rules as they were saved last. They are read again for an integration that was opened anew: the link may have lived elsewhere meanwhile.</summary>
    public Task<(WebhookRules Rules, TokenBucketRateLimiter Limiter)> RulesAsync(DynamicIntegration integration)
    {
        lock (_gate)
        {
            if (_rules is { IsFaulted: false } && _for!.TryGetTarget(out var known) && known == integration)
            {
                return _rules;
            }

            _for = new(integration);
            return _rules = ReadAsync(integration);
        }
    }

    /// <summary>The rules were saved.</summary>
    public void Renew()
    {
        lock (_gate)
        {
            _rules = null;
        }
    }

    /// <summary>Whether a refusal is to be written down, and how many were not since the last.</summary>
    public bool Writes(out int unwritten)
    {
        _refusals.TryReplenish();
        using var lease = _refusals.AttemptAcquire();
        unwritten = lease.IsAcquired ? Interlocked.Exchange(ref _unwritten, 0) : Interlocked.Increment(ref _unwritten);
        return lease.IsAcquired;
    }

    public void Dispose() => _refusals.Dispose();

    private async Task<(WebhookRules Rules, TokenBucketRateLimiter Limiter)> ReadAsync(DynamicIntegration integration)
    {
        var rules = await store.ReadAsync(link);
        foreach (var key in rules.Keys)
        {
            // The script sees the whole request, and may write it to a stream.
            integration.Mask.Add(key);
        }

        var limiter = new TokenBucketRateLimiter(new()
        {
            TokenLimit = rules.Settings.Burst,
            TokensPerPeriod = rules.Settings.RequestsPerSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),

            // No timer: it would keep every limiter that was replaced.
            AutoReplenishment = false,
        });
        return (rules, limiter);
    }
}
