using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;

namespace Cica.Bot.Tests.Storage;

public sealed class LiteDbStorageTests : StorageContract
{
    private readonly string directory = Directory.CreateTempSubdirectory("cica-storage-").FullName;
    private LiteDbStorage? open;

    public override async Task DisposeAsync()
    {
        if (open is not null) await open.DisposeAsync();
        Directory.Delete(directory, recursive: true);
    }

    protected override Task<IStorage> OpenAsync() => Task.FromResult<IStorage>(open = LiteDbStorage.Open(Path.Combine(directory, "cica.db"), 1, TimeProvider.System));

    protected override async Task<IStorage> ReopenAsync()
    {
        await open!.DisposeAsync();
        return await OpenAsync();
    }
}
