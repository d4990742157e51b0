using System.Runtime.InteropServices;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Tests;

namespace Cica.Learning;

/// <summary>Writes vectors.bin, which the answers are built with.</summary>
internal static class VectorsFile
{
    public static string Path { get; } = System.IO.Path.Combine(RealData.Root, "src", "Cica.Answers", "Finding", "Vectors", "vectors.bin");

    /// <summary>Numbers are kept as signed bytes with a scale for each clue. Returns the vectors as the file keeps them.</summary>
    public static WordVectors Write(uint[] clues, float[] values, string? path)
    {
        var dimension = values.Length / clues.Length;
        var scales = new float[clues.Length];
        var numbers = new sbyte[values.Length];
        for (var row = 0; row < clues.Length; row++)
        {
            var own = values.AsSpan(row * dimension, dimension);
            foreach (var value in own)
                scales[row] = Math.Max(scales[row], Math.Abs(value) / sbyte.MaxValue);
            for (var i = 0; i < dimension && scales[row] > 0; i++)
                numbers[(row * dimension) + i] = (sbyte)MathF.Round(own[i] / scales[row]);
        }
        if (path is not null)
        {
            using var writer = new BinaryWriter(File.Create(path));
            writer.Write(dimension);
            writer.Write(clues.Length);
            foreach (var clue in clues)
                writer.Write(clue);
            foreach (var scale in scales)
                writer.Write(scale);
            writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
        }
        return new WordVectors(dimension, clues, scales, numbers);
    }
}
