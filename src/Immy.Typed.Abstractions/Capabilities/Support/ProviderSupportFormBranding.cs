using Immy.Typed;

namespace Immybot.Backend.Providers.Interfaces;

/// <summary>The texts and options of the support request form; what is left out keeps the form's own.</summary>
[MadeBy("New-SupportFormBranding")]
public sealed record ProviderSupportFormBranding : ILenientResult<ProviderSupportFormBranding>
{
    /// <summary>The title of the support sidebar.</summary>
    public string? SupportSidebarTitle { get; init; }

    /// <summary>The notice at the top of the sidebar.</summary>
    public string? HeaderAlertMessage { get; init; }

    /// <summary>The grey text in the description field before the user types.</summary>
    public string? DescriptionPlaceholderText { get; init; }

    /// <summary>The notice below the description field.</summary>
    public string? DescriptionAlertMessage { get; init; }

    /// <summary>True to make the user confirm having read the frequently asked questions.</summary>
    public bool ShowConfirmationCheckbox { get; init; } = true;

    /// <summary>The text at the foot of the sidebar.</summary>
    public string? FooterMessage { get; init; }

    /// <summary>The title of the button that asks for support with a maintenance session.</summary>
    public string? SessionSupportButtonTitle { get; init; }

    /// <summary>True to make the user confirm, for a session's request, that exclusions in the security software are set.</summary>
    public bool ShowSessionSupportConfirmCheckbox { get; init; } = true;

    static bool ILenientResult<ProviderSupportFormBranding>.NothingIsUsual => true;

    static ProviderSupportFormBranding? ILenientResult<ProviderSupportFormBranding>.FromNothing() => new();

    static ProviderSupportFormBranding? ILenientResult<ProviderSupportFormBranding>.FromOther(object value) => null;
}
