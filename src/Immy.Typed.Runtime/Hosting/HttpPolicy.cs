namespace Immy.Typed.Hosting;

/// <summary>Which addresses scripts may call. It holds for every hop: redirects, and what a name leads to when the connection is made.</summary>
public sealed class HttpPolicy
{
    /// <summary>
    /// Whether addresses of private networks are forbidden: loopback, link-local (the cloud's metadata service among
    /// them), private, shared, multicast and reserved ones. False unless the host says otherwise.
    /// </summary>
    public bool ForbidPrivateAddresses { get; set; }

    /// <summary>The only hosts that scripts may call, such as <c>api.example.com</c> or <c>*.example.com</c> for all below it. Empty: any host.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>How many requests a run keeps; 1,000. Later ones are sent and observed, but dropped from the run, which says how many.</summary>
    public int RequestsKept { get; set; } = 1_000;
}
