using System.Management.Automation.Runspaces;

namespace Immy.Typed.Sessions;

/// <summary>The types and formats of all sessions, those that reach the machine left out: to load them takes a hundred times as long as to open a runspace.</summary>
internal static class EngineTables
{
    private static readonly Lazy<TypeTable> LoadedTypes = new(EnginePreparation.TypeData);
    private static readonly Lazy<FormatTable> LoadedFormats = new(FormatTable.LoadDefaultFormatFiles);

    public static TypeTable Types => LoadedTypes.Value;

    public static FormatTable Formats => LoadedFormats.Value;
}
