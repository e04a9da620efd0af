using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Immy.Typed.Conversion;

/// <summary>Values that vendors write in their own ways, read where the meaning is plain.</summary>
internal static partial class LenientValues
{
    /// <summary><c>7.1.0</c>, <c>v7.1.0</c> and <c>5</c> are versions; <c>Unknown</c> is none.</summary>
    public static Version? ToVersion(object? value)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is Version version)
        {
            return version;
        }

        var match = VersionText().Match(Convert.ToString(bare, CultureInfo.InvariantCulture) ?? "");
        if (!match.Success)
        {
            return null;
        }

        var text = match.Groups[1].Value;
        return Version.TryParse(text.Contains('.', StringComparison.Ordinal) ? text : text + ".0", out var parsed) ? parsed : null;
    }

    /// <summary>Booleans, 0 and 1, and the words true, false, yes, no.</summary>
    public static bool? ToBool(object? value)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        return bare switch
        {
            bool answer => answer,
            SwitchParameter given => given.IsPresent,
            string text => text.Trim().ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "1" => true,
                "FALSE" or "NO" or "0" => false,
                _ => null,
            },
            IConvertible number and not (char or DateTime or string) => Convert.ToDouble(number, CultureInfo.InvariantCulture) switch
            {
                0 => false,
                1 => true,
                _ => null,
            },
            _ => null,
        };
    }

    [GeneratedRegex(@"^\s*[vV]?(\d+(?:\.\d+){0,3})\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex VersionText();
}
