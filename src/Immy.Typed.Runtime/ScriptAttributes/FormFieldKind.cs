namespace Immy.Typed.ScriptAttributes;

/// <summary>How the form shows a field that <c>dynamicparam</c> of Init makes.</summary>
public enum FormFieldKind
{
    /// <summary>A field by its type: New-Parameter.</summary>
    Plain,

    /// <summary>One of several choices: New-DropDownParameter.</summary>
    DropDown,

    /// <summary>Any of several choices: New-DropDownParameter -Multiselect.</summary>
    MultiSelect,

    /// <summary>Date and time: New-DateTimeParameter.</summary>
    DateTime,

    /// <summary>Yes or no: New-CheckboxParameter.</summary>
    Checkbox,

    /// <summary>A button that fetches the consent of the remote system's user: New-OAuthConsentParameter.</summary>
    OAuthConsent,

    /// <summary>A text to read, nothing to fill in: New-HelpText.</summary>
    HelpText,
}
