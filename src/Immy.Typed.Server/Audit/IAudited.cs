namespace Immy.Typed.Server.Audit;

/// <summary>Something whose changes by people are written down, though it has no stamp.</summary>
internal interface IAudited;
