namespace Immy.Typed.Sessions.AllowList;

/// <summary>Static members that scripts may read of types that are not on the list, each a constant.</summary>
internal static class AllowedStatics
{
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        // How text is joined to lines everywhere.
        "System.Environment.NewLine",

        // What databases and PowerShell write for nothing.
        "System.DBNull.Value",
        "System.Management.Automation.Internal.AutomationNull.Value",

        // A zone by which times are converted.
        "System.TimeZoneInfo.Utc",
    };

    public static bool Contains(Type type, string member) => Names.Contains($"{type.FullName}.{member}");
}
