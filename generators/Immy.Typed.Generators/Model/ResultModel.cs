namespace Immy.Typed.Generators.Model;

/// <summary>What a block owes, and how the member hands it out.</summary>
/// <param name="Carrier">What stands around the result in the member's signature.</param>
/// <param name="Shape">How many objects are owed.</param>
/// <param name="Returned">The member's whole return type.</param>
/// <param name="Type">The type of the object, or of each object of a list, with its nullable annotation.</param>
/// <param name="BareType">The same type as <c>typeof</c> takes it.</param>
/// <param name="IsNullable">Whether null or nothing may be written.</param>
/// <param name="IsLenient">Whether the type understands values that are not of it.</param>
/// <param name="MadeBy">The cmdlet that makes such objects, or null.</param>
internal sealed record ResultModel(
    Carrier Carrier,
    Shape Shape,
    string Returned,
    string Type,
    string BareType,
    bool IsNullable,
    bool IsLenient,
    string? MadeBy);
