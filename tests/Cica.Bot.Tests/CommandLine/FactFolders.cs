namespace Cica.Bot.Tests.CommandLine;

/// <summary>Folders of facts for tests: whole, few, or broken.</summary>
internal static class FactFolders
{
    /// <summary>A copy of a folder with all that is in it.</summary>
    public static string Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return to;
    }

    /// <summary>
    /// A few of the shipped facts: enough to be asked, and quickly loaded. What the engine takes longest to learn is left out: all facts
    /// but who chairs and who belongs, the articles and the events.
    /// </summary>
    public static string CopyFew(string from, string to)
    {
        Copy(from, to);
        string[] kept = ["chairs.yaml", "membership.yaml"];
        var left = Directory.EnumerateFiles(Path.Combine(to, "facts")).Where(f => !kept.Contains(Path.GetFileName(f)))
            .Concat(Directory.EnumerateFiles(Path.Combine(to, "articles"))).Append(Path.Combine(to, "events.yaml"));
        foreach (var file in left.ToArray())
            File.WriteAllText(file, "[]\n");
        return to;
    }

    /// <summary>Changes a file in one go, as an editor does it that writes beside and renames: on a busy machine one that is being written would be read half.</summary>
    public static void Replace(string path, string text)
    {
        var beside = Path.GetTempFileName();
        File.WriteAllText(beside, text);
        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Puts one bad file among the good ones.</summary>
    public static string Break(string data)
    {
        File.WriteAllText(Path.Combine(data, "facts", "broken.yaml"), """
            - id: broken
              subject: cica
              property: no-such-property
              sources: [no-such-source]
              say: { en: "This is wrong.", ru: "Это неверно." }

            """);
        return data;
    }
}
