namespace Immy.Typed.Server.Audit;

/// <summary>Something whose changes by people are written down, though it has no stamp.</summary>
internal interface IAudited
{
    /// <summary>The fields that people edit, where others come from a remote system: of what the server changes by itself only they are written down. Null for all.</summary>
    IReadOnlyCollection<string>? FieldsOfPeople => null;
}
