using System.Management.Automation.Runspaces;

namespace Immy.Typed.Sessions;

/// <summary>The engine's own types and formats, the same for all sessions: to load them takes a hundred times as long as to open a runspace.</summary>
internal static class EngineTables
{
    private static readonly Lazy<TypeTable> LoadedTypes = new(TypeTable.LoadDefaultTypeFiles);
    private static readonly Lazy<FormatTable> LoadedFormats = new(FormatTable.LoadDefaultFormatFiles);

    public static TypeTable Types => LoadedTypes.Value;

    public static FormatTable Formats => LoadedFormats.Value;
}
