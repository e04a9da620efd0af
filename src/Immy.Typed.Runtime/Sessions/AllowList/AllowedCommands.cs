using Immy.Typed.Cmdlets;
using Immy.Typed.Cmdlets.Standard;
using Microsoft.PowerShell.Commands;

namespace Immy.Typed.Sessions.AllowList;

/// <summary>The commands that every session offers, by type: the engine's and PowerShell's real ones, and ours.</summary>
internal static class AllowedCommands
{
    /// <summary>Commands that compute, format, write to streams or talk HTTP. None reaches the machine.</summary>
    public static IReadOnlyList<Type> Standard() =>
    [
        typeof(ForEachObject), typeof(WhereObjectCommand), typeof(OutNullCommand), typeof(OutDefaultCommand), typeof(OutHostCommand),
        typeof(GetSessionCommand), typeof(GetSessionModule), typeof(ExportModuleMemberCommand), typeof(SetStrictModeCommand),

        typeof(RestMethod), typeof(WebRequest),
        typeof(ConvertToJsonCommand), typeof(ConvertFromJsonCommand), typeof(TestJson),
        typeof(WriteOutputCommand), typeof(WriteHostCommand), typeof(WriteErrorCommand), typeof(WriteWarningCommand), typeof(WriteVerboseCommand),
        typeof(WriteDebugCommand), typeof(WriteInformationCommand), typeof(WriteProgressCommand),
        typeof(SelectObjectCommand), typeof(SortObjectCommand), typeof(GroupObjectCommand), typeof(MeasureObjectCommand), typeof(TeeObjectCommand),
        typeof(CompareObjectCommand), typeof(Microsoft.PowerShell.Commands.Utility.JoinStringCommand), typeof(GetUniqueCommand), typeof(SelectStringCommand), typeof(SelectXml),
        typeof(OutStringCommand), typeof(FormatListCommand), typeof(FormatTableCommand), typeof(FormatWideCommand), typeof(FormatCustomCommand), typeof(FormatHex),
        typeof(GetDateCommand), typeof(NewTimeSpanCommand), typeof(StartSleepCommand), typeof(MeasureCommandCommand),
        typeof(NewGuidCommand), typeof(GetRandomCommand), typeof(GetSecureRandomCommand),
        typeof(GetVariableCommand), typeof(SetVariableCommand), typeof(NewVariableCommand), typeof(ClearVariableCommand), typeof(RemoveVariableCommand),
        typeof(GetAliasCommand), typeof(SetAliasCommand), typeof(NewAliasCommand),
        typeof(ConvertToCsvCommand), typeof(ConvertFromCsvCommand), typeof(ConvertToXmlCommand), typeof(ConvertToHtmlCommand),
        typeof(ConvertFromStringDataCommand), typeof(ConvertToSecureStringCommand), typeof(ConvertFromSecureStringCommand),
        typeof(GetFileHashCommand), typeof(GetMemberCommand), typeof(AddMember), typeof(NewObjectCommand), typeof(UpdateListCommand),
        typeof(GetCultureCommand), typeof(GetUICultureCommand), typeof(GetPSCallStackCommand), typeof(GetErrorCommand), typeof(GetVerbCommand),
        typeof(ReadHostCommand),
    ];

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
}
