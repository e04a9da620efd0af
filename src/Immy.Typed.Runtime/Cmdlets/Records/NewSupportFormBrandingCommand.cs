using System.Management.Automation;
using Immy.Typed.Conversion;
using Immy.Typed.Problems;
using Immybot.Backend.Providers.Interfaces;

namespace Immy.Typed.Cmdlets;

/// <summary>Makes the texts and options of the support request form; what is left out keeps the form's own.</summary>
/// <example>
/// <code>
/// New-SupportFormBranding -SupportSidebarTitle 'Ask Contoso IT' -FooterMessage 'Or call 555-0100' -ShowConfirmationCheckbox $false
/// </code>
/// </example>
[Cmdlet(VerbsCommon.New, "SupportFormBranding")]
[OutputType(typeof(ProviderSupportFormBranding))]
public sealed class NewSupportFormBrandingCommand : SessionCommand
{
    /// <summary>The title of the support sidebar.</summary>
    [Parameter]
    public string? SupportSidebarTitle { get; set; }

    /// <summary>The notice at the top of the sidebar.</summary>
    [Parameter]
    public string? HeaderAlertMessage { get; set; }

    /// <summary>The grey text in the description field before the user types.</summary>
    [Parameter]
    public string? DescriptionPlaceholderText { get; set; }

    /// <summary>The notice below the description field.</summary>
    [Parameter]
    public string? DescriptionAlertMessage { get; set; }

    /// <summary>Whether the user must confirm having read the frequently asked questions (bool); true when left out.</summary>
    [Parameter]
    [AllowNull]
    public object? ShowConfirmationCheckbox { get; set; }

    /// <summary>The text at the foot of the sidebar.</summary>
    [Parameter]
    public string? FooterMessage { get; set; }

    /// <summary>The title of the button that asks for support with a maintenance session.</summary>
    [Parameter]
    public string? SessionSupportButtonTitle { get; set; }

    /// <summary>Whether the user must confirm, for a session's request, that exclusions in the security software are set (bool); true when left out.</summary>
    [Parameter]
    [AllowNull]
    public object? ShowSessionSupportConfirmCheckbox { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new ProviderSupportFormBranding
    {
        SupportSidebarTitle = SupportSidebarTitle,
        HeaderAlertMessage = HeaderAlertMessage,
        DescriptionPlaceholderText = DescriptionPlaceholderText,
        DescriptionAlertMessage = DescriptionAlertMessage,
        ShowConfirmationCheckbox = IsOn(nameof(ShowConfirmationCheckbox), ShowConfirmationCheckbox),
        FooterMessage = FooterMessage,
        SessionSupportButtonTitle = SessionSupportButtonTitle,
        ShowSessionSupportConfirmCheckbox = IsOn(nameof(ShowSessionSupportConfirmCheckbox), ShowSessionSupportConfirmCheckbox),
    });

    private bool IsOn(string option, object? value) => value is null
        || (LenientValues.ToBool(value) ?? throw Raise(HostProblems.Unusable(CommandName, $"-{option} is '{value}', which is no true or false.", $"Write -{option} $false or -{option} $true.")));
}
