using System.Net;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Immy.Typed.Server.ProviderLinks;
using Immy.Typed.Server.Runs;
using Immy.Typed.Server.Webhooks.Settings;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.Webhooks;

/// <summary>Takes a request where its link lives: lets it pass or not, and lets the script answer.</summary>
internal sealed class WebhookDesk(WebhookGates gates, WebhookScript script, RunLog runs, TimeProvider time)
{
    public async Task<WebhookAnswer> AnswerAsync(LiveLink link, WebhookRequest request, CancellationToken cancellationToken)
    {
        var capability = link.Require<ISupportsHttpRequest>();
        var gate = gates.Of(link.Id);
        WebhookRules rules;
        TokenBucketRateLimiter limiter;
        try
        {
            (rules, limiter) = await gate.RulesAsync(link.Integration);
        }
        catch (CryptographicException)
        {
            return Refuse(link, request, gate, WebhookDenial.Keys());
        }

        if (WhyNot(request, rules, limiter) is { } denial)
        {
            return Refuse(link, request, gate, denial);
        }

        if (rules.Settings.Check != WebhookCheck.StandardWebhooks)
        {
            return await script.AnswerAsync(link, capability, request, cancellationToken);
        }

        var (answer, status) = await gate.Seen.OnceAsync(request.Header(WebhookSignatures.IdHeader)!, () => script.AnswerAsync(link, capability, request, cancellationToken), cancellationToken);
        return answer ?? new WebhookAnswer { Status = status };
    }

    // The rate comes last: a stranger who floods must not shut the vendor out.
    private WebhookDenial? WhyNot(WebhookRequest request, WebhookRules rules, TokenBucketRateLimiter limiter)
    {
        if (!rules.Allows(request.RemoteAddress is null ? null : IPAddress.Parse(request.RemoteAddress)))
        {
            return WebhookDenial.Address(request.RemoteAddress, rules.Settings.Networks.Count);
        }

        if (WebhookSignatures.WhatIsWrong(request, rules, time.GetUtcNow()) is { } wrong)
        {
            return WebhookDenial.Signature(wrong);
        }

        limiter.TryReplenish();
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? null : WebhookDenial.Rate(lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1);
    }

    private WebhookAnswer Refuse(LiveLink link, WebhookRequest request, WebhookGate gate, WebhookDenial denial)
    {
        if (gate.Writes(out var unwritten))
        {
            using var run = runs.Begin(RunKind.Webhook, WebhookScript.NameOf(request), link.Id, WebhookScript.SenderOf(request), isWhole: true);
            run.Tell(RunState.Rejected, $"Answered {denial.Answer.Status}. {denial.Reason}{(unwritten == 0 ? "" : $" {unwritten} more requests were refused since the last that was written down.")}");
        }

        return denial.Answer;
    }
}
