using System.Management.Automation;
using Immy.Typed.Problems;

namespace Immy.Typed.Cmdlets;

/// <summary>Says how long, from now on, what Invoke-CommandCached keeps under a key is kept. Warns when nothing is kept under it.</summary>
/// <example>
/// The vendor says how long the token is good for.
/// <code>
/// $token = Invoke-CommandCached -CacheKey 'acme-token' -ScriptBlock { Get-AcmeToken }
/// Set-CacheKeyExpiration -CacheKey 'acme-token' -ExpirationSeconds 600
/// </code>
/// </example>
[Cmdlet(VerbsCommon.Set, "CacheKeyExpiration", DefaultParameterSetName = Seconds)]
public sealed class SetCacheKeyExpirationCommand : SessionCommand
{
    private const string Seconds = nameof(Seconds);
    private const string Span = nameof(Span);
    private const string Moment = nameof(Moment);

    /// <summary>The key, in any case.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Key")]
    public required string CacheKey { get; set; }

    /// <summary>Seconds from now; 0 forgets it now.</summary>
    [Parameter(Mandatory = true, Position = 1, ParameterSetName = Seconds)]
    [ValidateRange(0, int.MaxValue)]
    [Alias("CacheSeconds", "ExpirationInSeconds")]
    public int ExpirationSeconds { get; set; }

    /// <summary>A time from now.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Span)]
    [Alias("CacheDuration")]
    public TimeSpan TimeSpan { get; set; }

    /// <summary>A moment; local time when it does not say.</summary>
    [Parameter(Mandatory = true, ParameterSetName = Moment)]
    [Alias("Expiration", "ExpiresAt")]
    public DateTime Until { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var until = ParameterSetName switch
        {
            Seconds => Instance.Time.GetUtcNow().AddSeconds(ExpirationSeconds),
            Span => Instance.Time.GetUtcNow() + TimeSpan,
            _ => new DateTimeOffset(Until),
        };
        if (!Instance.Cache.Expire(CacheKey, until))
        {
            var problem = HostProblems.NothingKept(CacheKey);
            WriteWarning($"{problem.Id}: {problem.Message} {problem.Mend}");
        }
    }
}
