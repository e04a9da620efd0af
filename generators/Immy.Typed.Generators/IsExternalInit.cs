using System.ComponentModel;

namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler write records and init accessors for netstandard2.0, which does not have this type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class IsExternalInit;
