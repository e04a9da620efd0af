namespace Immy.Typed.Server.Storage;

/// <summary>Something that people edit, with a stamp that changes at every save.</summary>
internal interface IStamped
{
    /// <summary>Changes at every save.</summary>
    string Stamp { get; set; }
}
