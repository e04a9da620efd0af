using Immy.Typed.Computers;

namespace Immy.Typed.Server.Computers;

/// <summary>A value of a computer's registry, read by a script.</summary>
internal static class RegistryRead
{
    private const string Script = "param($path, $name) if (Test-Path -LiteralPath $path) { Get-ItemPropertyValue -LiteralPath $path -Name $name -ErrorAction Ignore }";

    public static ComputerCommand Of(string path, string name) => new() { Script = Script, Arguments = [path, name] };
}
