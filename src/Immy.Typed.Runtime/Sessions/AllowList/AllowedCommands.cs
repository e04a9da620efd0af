using Immy.Typed.Cmdlets;
using Immy.Typed.Cmdlets.Standard;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Sessions.AllowList;

/// <summary>The commands that every session offers, by type: the engine's and PowerShell's real ones, and ours.</summary>
internal static class AllowedCommands
{
    /// <summary>PowerShell's own commands that compute, format, write to streams or talk HTTP. None reaches the machine.</summary>
    public static IReadOnlyList<Type> Standard() => [.. StandardGroups().SelectMany(static group => group.Commands)];

    /// <summary>The commands of an integration script.</summary>
    public static IReadOnlyList<Type> Integration() =>
    [
        typeof(GetDocumentedHelpCommand), typeof(CompleteInputCommand),
        typeof(NewDynamicIntegrationCommand), typeof(AddDynamicIntegrationCapabilityCommand),
        typeof(NewHealthyResultCommand), typeof(NewUnhealthyResultCommand),
        typeof(NewIntegrationClientCommand), typeof(NewIntegrationAgentCommand),
        typeof(GetIntegrationAgentInstallTokenCommand), typeof(GetIntegrationTenantUninstallTokenCommand), typeof(GetIntegrationAgentUninstallTokenCommand),
        typeof(InvokeImmyCommandCommand), typeof(ImportModuleScriptCommand), typeof(ClearErrorCommand),
        typeof(NewDynamicVersionCommand), typeof(GetDynamicVersionsFromGitHubUrlCommand), typeof(NewSupportFormBrandingCommand),
        typeof(GetProviderInfoCommand), typeof(GetProviderAgentCommand), typeof(GetWindowsRegistryValueCommand),
        typeof(WriteVariableCommand), typeof(AddUriQueryParameterCommand), typeof(ShouldHaveOneCommand), typeof(GetHashCommand),
        typeof(InvokeCommandCachedCommand), typeof(SetCacheKeyExpirationCommand), typeof(InvokeAtomicCommandCommand),
        typeof(NewParameterCollectionCommand), typeof(NewParameterCommand), typeof(NewDropDownParameterCommand), typeof(NewDateTimeParameterCommand),
        typeof(NewCheckboxParameterCommand), typeof(NewOAuthConsentParameterCommand), typeof(NewHelpTextCommand),
    ];

    /// <summary>The same, each group with its reason.</summary>
    public static IReadOnlyList<CommandGroup> StandardGroups() =>
    [
        new("go through objects; blocks among their parameters run constrained, in this session",
            typeof(ForEachObject), typeof(WhereObjectCommand), typeof(SelectObjectCommand), typeof(SortObjectCommand), typeof(GroupObjectCommand), typeof(MeasureObjectCommand),
            typeof(TeeObjectCommand), typeof(CompareObjectCommand), typeof(GetUniqueCommand), typeof(MeasureCommandCommand)),
        new("talk HTTP, through the host's own rules for outbound requests",
            typeof(RestMethod), typeof(WebRequest)),
        new("turn text into data and back; text never becomes code",
            typeof(ConvertToJsonCommand), typeof(ConvertFromJsonCommand), typeof(TestJson), typeof(ConvertToCsvCommand), typeof(ConvertFromCsvCommand),
            typeof(ConvertToXmlCommand), typeof(SelectXml), typeof(ConvertToHtmlCommand), typeof(ConvertFromStringDataCommand),
            typeof(ConvertToSecureStringCommand), typeof(ConvertFromSecureStringCommand),
            typeof(Microsoft.PowerShell.Commands.Utility.JoinStringCommand), typeof(SelectStringCommand), typeof(GetFileHashCommand)),
        new("write to the call's streams, masked",
            typeof(WriteOutputCommand), typeof(WriteHostCommand), typeof(WriteErrorCommand), typeof(WriteWarningCommand), typeof(WriteVerboseCommand),
            typeof(WriteDebugCommand), typeof(WriteInformationCommand), typeof(WriteProgressCommand), typeof(OutNullCommand), typeof(OutDefaultCommand), typeof(OutHostCommand)),
        new("make text of objects; the views are PowerShell's own",
            typeof(OutStringCommand), typeof(FormatListCommand), typeof(FormatTableCommand), typeof(FormatWideCommand), typeof(FormatCustomCommand), typeof(FormatHex)),
        new("give values: dates, numbers, names",
            typeof(GetDateCommand), typeof(NewTimeSpanCommand), typeof(NewGuidCommand), typeof(GetRandomCommand), typeof(GetSecureRandomCommand),
            typeof(GetCultureCommand), typeof(GetUICultureCommand), typeof(GetVerbCommand)),
        new("wait, within the call's time",
            typeof(StartSleepCommand)),
        new("make objects of listed types, and give them data",
            typeof(NewObjectCommand), typeof(AddMember), typeof(GetMemberCommand), typeof(UpdateListCommand)),
        new("handle the script's own variables, aliases, functions and modules",
            typeof(GetVariableCommand), typeof(SetVariableCommand), typeof(NewVariableCommand), typeof(ClearVariableCommand), typeof(RemoveVariableCommand),
            typeof(GetAliasCommand), typeof(SetAliasCommand), typeof(NewAliasCommand),
            typeof(GetSessionCommand), typeof(GetSessionModule), typeof(ExportModuleMemberCommand), typeof(SetStrictModeCommand)),
        new("tell of errors and where the script is",
            typeof(GetPSCallStackCommand), typeof(GetErrorCommand)),
        new("asks somebody: there only to say that nobody is there",
            typeof(ReadHostCommand)),
    ];
}
