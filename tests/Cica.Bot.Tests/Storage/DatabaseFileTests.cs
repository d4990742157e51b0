using Cica.Bot.Storage;
using Cica.Bot.Storage.LiteDb;
using LiteDB;

namespace Cica.Bot.Tests.Storage;

public sealed class DatabaseFileTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("cica-file-").FullName;

    private string PathOf => Path.Combine(directory, "cica.db");

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void Dates_are_UTC_empty_strings_stay_and_keys_differ_in_case()
    {
        using (var database = DatabaseFile.Open(PathOf, 1))
        {
            var things = database.GetCollection("things");
            things.Insert(new BsonDocument { ["_id"] = "Ab", ["at"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), ["empty"] = "", ["blank"] = " a " });
            things.Insert(new BsonDocument { ["_id"] = "aB" });
        }
        using var again = DatabaseFile.Open(PathOf, 1);
        var thing = again.GetCollection("things").FindById("Ab");
        Assert.Equal((DateTimeKind.Utc, new DateTime(2026, 1, 2, 3, 4, 5)), (thing["at"].AsDateTime.Kind, thing["at"].AsDateTime));
        Assert.Equal(("", " a "), (thing["empty"].AsString, thing["blank"].AsString));
        Assert.Equal(2, again.GetCollection("things").Count());
        Assert.True(again.UtcDate);
        Assert.Equal("/Ordinal", again.Collation.ToString());
    }

    [Fact]
    public async Task A_second_bot_on_the_file_is_refused_and_let_in_when_the_first_has_gone()
    {
        var first = LiteDbStorage.Open(PathOf, 1, TimeProvider.System);
        var refused = Assert.Throws<StorageRefusedException>(() => LiteDbStorage.Open(PathOf, 1, TimeProvider.System));
        Assert.Contains("in use by another bot", refused.Message, StringComparison.Ordinal);
        await first.DisposeAsync();
        await LiteDbStorage.Open(PathOf, 1, TimeProvider.System).DisposeAsync();
    }

    [Fact]
    public async Task A_link_to_the_file_is_the_same_file()
    {
        await LiteDbStorage.Open(PathOf, 1, TimeProvider.System).DisposeAsync();
        var link = Path.Combine(directory, "link.db");
        File.CreateSymbolicLink(link, PathOf);
        await using var first = LiteDbStorage.Open(PathOf, 1, TimeProvider.System);
        Assert.Throws<StorageRefusedException>(() => LiteDbStorage.Open(link, 1, TimeProvider.System));
    }

    [Fact]
    public async Task The_file_of_another_bot_is_refused_unchanged()
    {
        await FilledAsync();
        Refused("belongs to the bot 1", bot: 2);
    }

    [Fact]
    public async Task A_file_from_a_newer_version_is_refused_unchanged()
    {
        await FilledAsync();
        using (var database = new LiteDatabase(PathOf)) database.UserVersion = DatabaseFile.Schema + 1;
        Refused("newer version");
    }

    [Fact]
    public async Task A_file_cut_short_is_refused_unchanged_wherever_the_cut_is()
    {
        await FilledAsync();
        var whole = await File.ReadAllBytesAsync(PathOf);
        for (var length = 0; length < whole.Length; length += 4096)
        {
            await File.WriteAllBytesAsync(PathOf, whole[..length]);
            Refused("cut short");
        }
    }

    [Fact]
    public async Task A_file_with_rubbish_in_its_pages_is_refused_unchanged()
    {
        await FilledAsync();
        var whole = await File.ReadAllBytesAsync(PathOf);
        new Random(7).NextBytes(whole.AsSpan(8192, whole.Length - 8192));
        await File.WriteAllBytesAsync(PathOf, whole);
        Refused("");
        await File.WriteAllTextAsync(PathOf, string.Concat(Enumerable.Repeat("this is no database\n", 4096))[..(8192 * 4)]);
        Refused("");
    }

    [Fact]
    public async Task A_read_only_file_is_refused()
    {
        await FilledAsync();
        File.SetAttributes(PathOf, FileAttributes.ReadOnly);
        Refused("read-only");
        File.SetAttributes(PathOf, FileAttributes.Normal);
    }

    [Fact]
    public void A_directory_and_a_place_that_is_not_there_are_refused()
    {
        Assert.Contains("is a directory", Assert.Throws<StorageRefusedException>(() => DatabaseFile.Open(directory, 1)).Message, StringComparison.Ordinal);
        Assert.Contains("there is no directory", Assert.Throws<StorageRefusedException>(() => LiteDbStorage.Open(Path.Combine(directory, "no", "cica.db"), 1, TimeProvider.System)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_without_its_file_is_refused_unchanged()
    {
        await FilledAsync();
        File.Move(PathOf, DatabaseFile.LogOf(PathOf), overwrite: true);
        Assert.Contains("is missing, but its log", Assert.Throws<StorageRefusedException>(() => DatabaseFile.Open(PathOf, 1)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf));
    }

    [Fact]
    public async Task What_a_process_killed_while_making_the_file_left_behind_is_in_nobodys_way()
    {
        await File.WriteAllTextAsync(PathOf + ".new", "half made");
        await FilledAsync();
        Assert.False(File.Exists(PathOf + ".new"));
    }

    private async Task FilledAsync()
    {
        await using var storage = LiteDbStorage.Open(PathOf, 1, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(1, 200).Select(i => storage.SetMarkAsync($"mark {i}", new string('x', 500), default).AsTask()));
    }

    private void Refused(string why, long bot = 1)
    {
        var before = File.ReadAllBytes(PathOf);
        var refused = Assert.Throws<StorageRefusedException>(() => LiteDbStorage.Open(PathOf, bot, TimeProvider.System));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Contains(PathOf, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.Equal(before, File.ReadAllBytes(PathOf));
    }
}
