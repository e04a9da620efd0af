using System.Text.RegularExpressions;
using Immy.Typed.Runtime.Tests.Harness;

namespace Immy.Typed.Runtime.Tests.Help;

/// <summary>What a line of script shows in a session that loaded a script.</summary>
internal static partial class Shown
{
    /// <summary>The text, each run of blanks as one, each line as long as it likes.</summary>
    public static async Task<string> By(TestHost host, string line)
    {
        var integration = await host.LoadAsync(Scripts.WithBlock("ISupportsTenantInstallToken", "GetTenantInstallToken", $"({line} | Out-String -Width 2000) + ' '"));
        return Blanks().Replace(await integration.TokenAsync(), " ").Trim();
    }

    public static async Task<string> By(string line)
    {
        await using var host = new TestHost();
        return await By(host, line);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
