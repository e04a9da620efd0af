using Immy.Typed.Secrets;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Server.SupportTickets;

/// <summary>What an integration writes on the support request form; a text that is null keeps the form's own.</summary>
/// <param name="SupportSidebarTitle">The title of the support sidebar.</param>
/// <param name="HeaderAlertMessage">The notice at the top.</param>
/// <param name="DescriptionPlaceholderText">The grey text in the description field.</param>
/// <param name="DescriptionAlertMessage">The notice below that field.</param>
/// <param name="ShowConfirmationCheckbox">Whether the user confirms having read the frequently asked questions.</param>
/// <param name="FooterMessage">The text at the foot.</param>
/// <param name="SessionSupportButtonTitle">The title of the button that asks for support with a maintenance session.</param>
/// <param name="ShowSessionSupportConfirmCheckbox">Whether the user confirms, for a session's request, that exclusions in the security software are set.</param>
[GenerateSerializer, Immutable]
internal sealed record SupportFormTexts(
    [property: Id(0)] string? SupportSidebarTitle,
    [property: Id(1)] string? HeaderAlertMessage,
    [property: Id(2)] string? DescriptionPlaceholderText,
    [property: Id(3)] string? DescriptionAlertMessage,
    [property: Id(4)] bool ShowConfirmationCheckbox,
    [property: Id(5)] string? FooterMessage,
    [property: Id(6)] string? SessionSupportButtonTitle,
    [property: Id(7)] bool ShowSessionSupportConfirmCheckbox)
{
    public static SupportFormTexts Of(ProviderSupportFormBranding branding, SecretMask mask)
    {
        string? Masked(string? text) => text is null ? null : mask.Mask(text);
        return new(
            Masked(branding.SupportSidebarTitle),
            Masked(branding.HeaderAlertMessage),
            Masked(branding.DescriptionPlaceholderText),
            Masked(branding.DescriptionAlertMessage),
            branding.ShowConfirmationCheckbox,
            Masked(branding.FooterMessage),
            Masked(branding.SessionSupportButtonTitle),
            branding.ShowSessionSupportConfirmCheckbox);
    }
}
