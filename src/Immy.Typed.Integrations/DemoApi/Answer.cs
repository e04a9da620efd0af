using System.Text.Json.Serialization;

namespace Immy.Typed.Integrations.DemoApi;

/// <summary>The envelope of every good answer.</summary>
/// <param name="Data">What was asked for.</param>
/// <param name="Pagination">Where it goes on, for lists.</param>
internal sealed record Answer<T>(
    T Data,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Pagination? Pagination = null);
