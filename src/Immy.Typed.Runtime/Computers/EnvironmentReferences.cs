using System.Management.Automation.Language;

namespace Immy.Typed.Computers;

/// <summary>Turns <c>$env:NAME</c> into plain variables: the real machine's environment is out of reach.</summary>
internal static class EnvironmentReferences
{
    public static string VariableOf(string name) => "__env_" + name;

    public static string AsVariables(string script)
    {
        var references = Parser.ParseInput(script, out _, out _)
            .FindAll(static node => node is VariableExpressionAst { VariablePath: { IsDriveQualified: true, DriveName: var drive } } && drive.Equals("env", StringComparison.OrdinalIgnoreCase), searchNestedScriptBlocks: true)
            .OrderByDescending(static node => node.Extent.StartOffset)
            .Cast<VariableExpressionAst>();
        foreach (var reference in references)
        {
            var name = reference.VariablePath.UserPath["env:".Length..];
            script = script.Remove(reference.Extent.StartOffset, reference.Extent.EndOffset - reference.Extent.StartOffset)
                .Insert(reference.Extent.StartOffset, $"${{{VariableOf(name)}}}");
        }

        return script;
    }

    /// <summary>What every Windows has.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Usual(string computer) => new Dictionary<string, string>
    {
        ["COMPUTERNAME"] = computer,
        ["SystemDrive"] = "C:",
        ["SystemRoot"] = @"C:\Windows",
        ["windir"] = @"C:\Windows",
        ["ProgramFiles"] = @"C:\Program Files",
        ["ProgramFiles(x86)"] = @"C:\Program Files (x86)",
        ["ProgramW6432"] = @"C:\Program Files",
        ["ProgramData"] = @"C:\ProgramData",
        ["ALLUSERSPROFILE"] = @"C:\ProgramData",
        ["PUBLIC"] = @"C:\Users\Public",
        ["TEMP"] = @"C:\Windows\Temp",
        ["TMP"] = @"C:\Windows\Temp",
        ["PROCESSOR_ARCHITECTURE"] = "AMD64",
    };
}
