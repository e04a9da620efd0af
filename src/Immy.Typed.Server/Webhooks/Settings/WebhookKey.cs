using Immy.Typed.Server.Audit;

namespace Immy.Typed.Server.Webhooks.Settings;

/// <summary>A key that a vendor signs with. Several count at once, so that one can be replaced while both are in use.</summary>
internal sealed class WebhookKey : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ProviderLinkId { get; init; }

    public required string Name { get; init; }

    /// <summary>The key, encrypted: a signature cannot be checked with a hash of it.</summary>
    public required string ProtectedText { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
