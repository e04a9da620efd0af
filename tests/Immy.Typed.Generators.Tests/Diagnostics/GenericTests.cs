namespace Immy.Typed.Generators.Tests.Diagnostics;

/// <summary>IMMY004 and IMMY007: generic methods and generic interfaces.</summary>
public sealed class GenericTests
{
    [Fact]
    public async Task A_generic_method_is_told_at_its_name()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface IBroken
            {
                Task<T> [|Get|]<T>(T value);
            }
            """,
            "IMMY004",
            "IBroken.Get is generic, and a script block has no type parameters. Declare a method for each type that is needed.");

    [Fact]
    public async Task A_generic_interface_is_told_at_its_name()
        => await Analysis.RefusesAsync(
            """
            [Capability]
            public interface [|IBroken|]<T>
            {
                Task<T> Get(T value);
            }
            """,
            "IMMY007",
            "IBroken is generic, and a script names a capability without type arguments. Declare an interface for each type that is needed.");

    [Fact]
    public async Task An_interface_in_a_generic_class_is_told_at_its_name()
        => await Analysis.RefusesAsync(
            """
            public static class Holder<T>
            {
                [Capability]
                public interface [|IBroken|]
                {
                    Task<T> Get();
                }
            }
            """,
            "IMMY007",
            "IBroken is generic, and a script names a capability without type arguments. Declare an interface for each type that is needed.");

    [Fact]
    public async Task A_base_that_is_generic_is_not_told()
        => await Analysis.AcceptsAsync(
            """
            public interface IBase<T>
            {
                Task<T> Get(T value);
            }

            [Capability]
            public interface IHealthy : IBase<string>;
            """);
}
