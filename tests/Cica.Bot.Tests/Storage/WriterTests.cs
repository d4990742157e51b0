using Cica.Bot.Operations;
using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using LiteDB;
using Microsoft.Extensions.Time.Testing;

namespace Cica.Bot.Tests.Storage;

public sealed class WriterTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("cica-writer-").FullName;
    private readonly FakeTimeProvider machine = new();

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Writes_that_take_long_together_hang_no_more_than_each_of_them()
    {
        string? trouble = null;
        await using var writer = Open(t => trouble = t);
        var steps = Enumerable.Range(0, 4).Select(_ => new Step()).ToList();
        // They pile up behind a reading, and are one transaction.
        var first = new Step();
        var reading = writer.ReadAsync(_ => { first.Take(); return 0; });
        await first.Begun.Task;
        var writes = steps.Select(s => writer.WriteAsync(_ => s.Take())).ToList();
        first.MayEnd.SetResult();
        await reading;
        foreach (var step in steps)
        {
            await step.Begun.Task;
            machine.Advance(TimeSpan.FromSeconds(15));
            step.MayEnd.SetResult();
        }
        await Task.WhenAll(writes);
        Assert.Null(trouble);
    }

    [Fact]
    public async Task Whoever_waits_for_a_write_that_hangs_is_told_and_so_is_whoever_comes_before_it_ends()
    {
        string? trouble = null;
        await using var writer = Open(t => trouble = t);
        var step = new Step();
        var hanging = writer.WriteAsync(_ => step.Take());
        await step.Begun.Task;
        while (!hanging.IsCompleted)
        {
            machine.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
        await Assert.ThrowsAsync<StorageUnavailableException>(() => hanging);
        await Assert.ThrowsAsync<StorageUnavailableException>(() => writer.WriteAsync(_ => { }));
        Assert.Contains("does not answer", trouble, StringComparison.Ordinal);
        step.MayEnd.SetResult();
        while (await IsRefusedAsync(writer)) await Task.Yield();
    }

    private static async Task<bool> IsRefusedAsync(Writer writer)
    {
        try
        {
            await writer.ReadAsync(_ => 0);
            return false;
        }
        catch (StorageUnavailableException)
        {
            return true;
        }
    }

    private Writer Open(Action<string?> troubled)
    {
        var path = Path.Combine(directory, "cica.db");
        LiteDatabase OpenFile() => DatabaseFile.Open(path, 1);
        return new Writer(OpenFile(), OpenFile, new Room(path), troubled, new NoWaypoints(), TimeProvider.System, machine);
    }

    // What is done on the database's own thread, which may block.
    private sealed class Step
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource MayEnd { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void Take()
        {
            Begun.SetResult();
            MayEnd.Task.GetAwaiter().GetResult();
        }
    }
}
