using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Cica.Answers.Finding;

/// <summary>
/// Asks for memory before it is read. What a question is compared with lies scattered over megabytes, in no order that the processor
/// could guess; asked for all at once, it comes in the time of one.
/// </summary>
internal static class Ahead
{
    private const int Line = 64;

    /// <summary>Asks for all that a span holds.</summary>
    public static void Fetch<T>(Span<T> span)
        where T : unmanaged => Fetch((ReadOnlySpan<T>)span);

    /// <summary>
    /// Asks for the first lines of an array. Even how long it is would have to be waited for; whether all of it comes, or a little of what
    /// lies behind it, makes no difference to what is read.
    /// </summary>
    public static unsafe void Fetch(int[] array, int lines)
    {
        if (!Sse.IsSupported)
            return;
        var first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(array));
        for (var line = 0; line < lines; line++)
            Sse.Prefetch0(first + (line * Line));
    }

    /// <summary>Asks for all that a span holds.</summary>
    public static unsafe void Fetch<T>(ReadOnlySpan<T> span)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
            return;
        // Should the memory be moved meanwhile, nothing worse happens than that the wrong one is there.
        var first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(span));
        for (var at = 0; at < span.Length * sizeof(T); at += Line)
            Sse.Prefetch0(first + at);
    }
}
