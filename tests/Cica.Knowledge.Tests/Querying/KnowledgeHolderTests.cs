using Cica.Knowledge.Querying;
using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Querying;

public sealed class KnowledgeHolderTests
{
    [Fact]
    public async Task A_reader_sees_the_old_facts_or_the_new_ones_and_never_a_mixture()
    {
        using var data = new DataFolder();
        var old = data.Load().Snapshot!;
        data.Replace(DataFolder.Facts, "subject: forum\n  property: chair\n  value: lowland", "subject: forum\n  property: chair\n  value: farland");
        data.Replace(DataFolder.Facts, "subject: forum\n  property: chair\n  value: highland", "subject: forum\n  property: chair\n  value: farland");
        var now = data.Load().Snapshot!;
        var holder = new KnowledgeHolder(old);

        using var stop = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var seen = (Old: 0, New: 0);
            while (!stop.IsCancellationRequested || seen.Old + seen.New == 0)
            {
                var current = holder.Current;
                var chairs = current.Of("forum", "chair");
                var isNew = ReferenceEquals(current, now);
                Assert.Equal(isNew ? "farland" : "lowland", chairs[0].Value!.Entity!.Id);
                Assert.Equal(isNew ? "farland" : "highland", chairs[1].Value!.Entity!.Id);
                Assert.Same(current.Entities[chairs[1].Value!.Entity!.Id], chairs[1].Value!.Entity);
                seen = isNew ? (seen.Old, seen.New + 1) : (seen.Old + 1, seen.New);
            }
            return seen;
        })).ToArray();
        for (var i = 0; i < 200_000; i++)
            holder.Swap(i % 2 == 0 ? now : old);
        await stop.CancelAsync();
        var counts = await Task.WhenAll(readers);

        Assert.True(counts.Sum(c => c.Old) + counts.Sum(c => c.New) > 0);
        holder.Swap(now);
        Assert.Same(now, holder.Current);
    }
}
