using System.Globalization;
using System.Management.Automation;
using System.Text.Json;
using System.Text.RegularExpressions;
using Immy.Typed.Runtime.Tests.Harness;
using Immy.Typed.Sessions;

namespace Immy.Typed.Runtime.Tests.Escapes;

/// <summary>What an escape would change of the machine and of the host's process, as it was before an attempt.</summary>
internal sealed class Canary : IDisposable
{
    private const string Variable = "IMMY_TYPED_CANARY";

    private readonly TemporaryFolder _folder = new();
    private readonly string _before;

    public Canary()
    {
        EnginePreparation.Once();
        Environment.SetEnvironmentVariable(Variable, Secret);
        File.WriteAllText(SecretFile, Secret);
        File.SetLastWriteTimeUtc(SecretFile, DateTime.UnixEpoch);
        _before = State();
    }

    /// <summary>What the file and the environment hold, and no script may ever see.</summary>
    public static string Secret => "canary-8f1d4c";

    /// <summary>A file that exists.</summary>
    public string SecretFile => Path.Combine(_folder.Path, "secret.txt");

    /// <summary>A file that does not exist, and never may.</summary>
    public string Marker => Path.Combine(_folder.Path, "marker.txt");

    public void AssertUntouched() => Assert.Equal(_before, State());

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, object?> Properties(object target) => target.GetType().GetProperties()
        .Where(static property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsAssignableTo(typeof(System.Collections.IEnumerable)) || property.PropertyType == typeof(string))
        .ToDictionary(static property => property.Name, property => property.GetValue(target) is { } value && value.GetType().DeclaringType == typeof(PSStyle) ? Properties(value) : (object?)property.GetValue(target)?.ToString());

    // Children of this process; the proc file system tells, where there is one.
    private static string Children() => OperatingSystem.IsLinux()
        ? string.Join(' ', Directory.EnumerateDirectories("/proc/self/task").Select(static task => ChildrenOf(task)).Where(static children => children.Length > 0))
        : "";

    private static string ChildrenOf(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "children")).Trim();
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            // The thread has ended since it was listed.
            return "";
        }
    }

    private string State() => JsonSerializer.Serialize(new
    {
        Files = Directory.GetFiles(_folder.Path).Select(static file => new { file, Text = File.ReadAllText(file), Written = File.GetLastWriteTimeUtc(file) }),
        Variable = Environment.GetEnvironmentVariable(Variable),
        Environment.CurrentDirectory,
        Environment.ExitCode,
        Children = Children(),
        Culture = CultureInfo.DefaultThreadCurrentCulture?.Name,
        UICulture = CultureInfo.DefaultThreadCurrentUICulture?.Name,
        Regex.CacheSize,
        Style = Properties(PSStyle.Instance),
        Console = Console.Out.GetHashCode(),
        Cmdlet.CommonParameters,
        InvalidPathChars = InvalidPathChars(),
    });

#pragma warning disable CS0618 // Obsolete, and a public array all the same: scripts must not reach it.
    private static string InvalidPathChars() => Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(Path.InvalidPathChars));
#pragma warning restore CS0618
}
