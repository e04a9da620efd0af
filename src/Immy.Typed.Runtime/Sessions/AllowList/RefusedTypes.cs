namespace Immy.Typed.Sessions.AllowList;

/// <summary>
/// What sessions take out of the engine's own lists of types, each with its reason. By name: some exist on Windows only.
/// </summary>
internal static class RefusedTypes
{
    /// <summary>Core types of ConstrainedLanguage whose members reach the machine.</summary>
    public static IReadOnlyList<(string Name, string Reason)> OfTheLanguage() =>
    [
        ("System.Xml.XmlDocument", "Load and Save reach files; [xml] is Immy.Typed.Sessions.Records.XmlContent instead"),
        ("System.Security.Cryptography.X509Certificates.X509Certificate", "its constructor reads files"),
        ("Microsoft.Management.Infrastructure.CimSession", "manages machines"),
        ("Microsoft.Management.Infrastructure.CimInstance", "loads a native library when it is made"),
        ("System.DirectoryServices.DirectoryEntry", "reaches the directory as the host's account"),
        ("System.DirectoryServices.DirectorySearcher", "reaches the directory as the host's account"),
        ("System.Management.ManagementClass", "starts programs through WMI"),
        ("System.Management.ManagementObject", "starts programs through WMI"),
        ("System.Management.ManagementObjectSearcher", "reaches the machine through WMI"),
    ];

    /// <summary>
    /// Types whose script members in PowerShell's own type data reach the machine. Those members run in FullLanguage, and
    /// any object gets them that is given the type's name.
    /// </summary>
    public static IReadOnlyList<(string Name, string Reason)> OfTypeData() =>
    [
        ("System.IO.FileSystemInfo", "UnixMode, User and Group read the file system"),
        ("System.IO.FileInfo", "VersionInfo reads the file"),
        ("System.IO.DirectoryInfo", "Mode and links read the file system"),
        ("System.Diagnostics.Process", "Path, CommandLine and Parent read other processes"),
        ("System.Diagnostics.ProcessModule", "FileVersion reads the file"),
        ("System.Diagnostics.FileVersionInfo", "made for files only"),
        ("System.Management.Automation.PSDriveInfo", "Used and Free read the disk"),
        ("System.ServiceProcess.ServiceController", "reads the services"),
        ("System.Management.ManagementObject", "calls WMI's converters"),
        (@"System.Management.ManagementObject#root\cimv2\Win32_PingStatus", "asks DNS"),
        (@"System.Management.ManagementObject#root\cimv2\Win32_Process", "made for processes only"),
        (@"System.Management.ManagementObject#root\cimv2\Win32_QuickFixEngineering", "reads the machine's updates"),
        ("Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_PingStatus", "asks DNS"),
        ("Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Process", "made for processes only"),
        ("Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_QuickFixEngineering", "reads the machine's updates"),
        ("Microsoft.PowerShell.Commands.PSSessionConfigurationCommands#PSSessionConfiguration", "reads remoting's configuration"),
        ("System.Security.Cryptography.X509Certificates.X509Certificate2", "makes an object of whatever it is given"),
        ("UnixStat", "reads users and groups of the machine"),
    ];
}
