namespace Immy.Typed.Server.ProviderLinks;

/// <summary>A provider link does not serve; the message says why and how to mend it.</summary>
internal sealed class LinkUnavailableException(LinkUnavailability reason, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public LinkUnavailability Reason => reason;
}
