namespace Immy.Typed.Server.Agents;

/// <summary>Which serial numbers tell one computer from all others.</summary>
internal static class SerialNumbers
{
    private const int Shortest = 4;

    // What makers leave in the firmware, and what virtual machines share.
    private static readonly HashSet<string> Placeholders = new(StringComparer.OrdinalIgnoreCase)
    {
        "To be filled by O.E.M.", "To be filled by OEM", "Default string", "System Serial Number", "Serial Number", "SerialNumber", "Not Specified", "Not Available", "Not Applicable",
        "None", "N/A", "Unknown", "Invalid", "Empty", "O.E.M.", "OEM", "Chassis Serial Number", "Base Board Serial Number", "INVALID SERIAL", "Parallels", "VMware", "QEMU", "VirtualBox",
        "123456789", "1234567890", "0123456789",
    };

    /// <summary>The number as it is compared, in whatever case it was written; null when several computers may have it.</summary>
    public static string? KeyOf(string? serial) => serial?.Trim() is { Length: >= Shortest } text && !Placeholders.Contains(text) && text.Distinct().Count() > 1 ? text.ToUpperInvariant() : null;
}
