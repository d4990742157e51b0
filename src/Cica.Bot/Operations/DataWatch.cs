namespace Cica.Bot.Operations;

/// <summary>Tells when the data files have been changed and left alone for a moment: an editor writes a file in several steps, a checkout many files.</summary>
internal sealed class DataWatch : IDisposable
{
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(1);
    private readonly FileSystemWatcher watcher;
    private readonly ITimer timer;

    /// <summary>Watches this directory and those in it.</summary>
    public DataWatch(string directory, Action changed, TimeProvider time)
    {
        timer = time.CreateTimer(_ => changed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        watcher = new FileSystemWatcher(directory) { IncludeSubdirectories = true, NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size };
        void Restart() => timer.Change(Settled, Timeout.InfiniteTimeSpan);
        watcher.Changed += (_, _) => Restart();
        watcher.Created += (_, _) => Restart();
        watcher.Deleted += (_, _) => Restart();
        watcher.Renamed += (_, _) => Restart();
        // It may have missed some: then all is looked at.
        watcher.Error += (_, _) => Restart();
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose()
    {
        watcher.Dispose();
        timer.Dispose();
    }
}
