namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>The ids by which the engine and the commands refuse an attempt.</summary>
internal static class Refused
{
    /// <summary>A method of a type that is not on the list.</summary>
    public const string Method = "MethodInvocationNotSupportedInConstrainedLanguage";

    /// <summary>A constructor of a type that is not on the list.</summary>
    public const string Create = "CannotCreateTypeConstrainedLanguage";

    /// <summary>A conversion to a type that is not on the list.</summary>
    public const string Convert = "ConversionSupportedOnlyToCoreTypes";

    /// <summary>A property of a type that is not on the list.</summary>
    public const string Set = "PropertySetterNotSupportedInConstrainedLanguage";

    /// <summary>A command that the session does not have.</summary>
    public const string NoCommand = "CommandNotFoundException";

    /// <summary>A path, where the session has no such provider.</summary>
    public const string NoDrive = "DriveNotFound";

    /// <summary>A command that belongs on the computer.</summary>
    public const string OnTheComputer = "IMMY116,Immy.Typed.Cmdlets.BelongsOnComputerCommand";

    /// <summary>What every door leads to, at best.</summary>
    public const string StillConstrained = "wrote: ConstrainedLanguage";

    /// <summary>The language mode as a script sees it.</summary>
    public const string Mode = "$ExecutionContext.SessionState.LanguageMode";
}
