namespace Immy.Typed.Server.SupportTickets;

/// <summary>The texts and options of the support request form; a text that is null keeps the form's own.</summary>
/// <param name="IsAvailable">True when an integration takes support requests.</param>
/// <param name="ProviderLinkId">The provider link that they go to.</param>
/// <param name="ProviderLinkName">Its name.</param>
/// <param name="Problem">Why the form has no branding although the integration may have one; null when all is well.</param>
/// <param name="Texts">The texts and options.</param>
internal sealed record SupportFormView(bool IsAvailable, Guid? ProviderLinkId, string? ProviderLinkName, string? Problem, SupportFormTexts Texts);
