namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY015: types that stand where one is generated.</summary>
public sealed class TakenTypeTests
{
    [Theory]
    [InlineData("namespace Acme.Generated { public class BrokenParameters; }", "Acme.Generated.BrokenParameters")]
    [InlineData("namespace Acme.Generated { internal static class BrokenAdapter; }", "Acme.Generated.BrokenAdapter")]
    [InlineData("namespace Acme.Generated { public partial struct BrokenDescriptor; }", "Acme.Generated.BrokenDescriptor")]
    [InlineData("namespace Acme.Generated { public interface IBrokenShim; }", "Acme.Generated.IBrokenShim")]
    [InlineData("namespace Acme { public class Generated; }", "Acme.Generated")]
    public async Task A_type_that_has_the_name_of_a_generated_one_is_told_at_the_interface(string type, string name)
        => await Analysis.RefusesAsync($"namespace Acme {{ [Capability] public interface [|IBroken|] {{ Task Get(); }} }} {type}", "IMMY015", Message("IBroken", name));

    [Fact]
    public async Task A_type_that_has_the_name_of_the_list_is_told_at_every_interface()
        => await Analysis.TellsAsync(
            """
            [Capability] public interface [|IBroken|];

            namespace Immy.Typed.Generated { public class AcmeContractsCapabilities; }
            """,
            Microsoft.CodeAnalysis.DiagnosticSeverity.Error,
            "IMMY015",
            Message("IBroken", "Immy.Typed.Generated.AcmeContractsCapabilities"));

    [Theory]
    [InlineData("namespace Acme.Generated { public class HealthyAdapter<T>; public class Other { public class HealthyAdapter; } }")]
    [InlineData("namespace Generated { public class HealthyAdapter; }")]
    [InlineData("namespace Acme { public class HealthyAdapter; public class Generated<T>; }")]
    public async Task A_type_that_leaves_room_is_not_told(string type)
        => await Analysis.AcceptsAsync($"namespace Acme {{ [Capability] public interface IHealthy {{ Task Get(); }} }} {type}");

    private static string Message(string contract, string type)
        => $"Nothing can be generated for {contract}, since {type} is declared already where a type or a namespace of that name is generated. Rename {type}.";
}
