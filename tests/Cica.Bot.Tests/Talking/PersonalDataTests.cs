using System.Text;
using System.Text.Json;
using Telegram.Bot;

namespace Cica.Bot.Tests.Talking;

public sealed class PersonalDataTests
{
    [Fact]
    public async Task Mydata_is_a_file_with_what_is_kept_and_forget_erases_it_after_asking()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.AskAsync(anna, "/language ru");

        var file = await bench.AskAsync(anna, "/mydata");
        Assert.Equal("mydata.json", file.Attachment);
        Assert.Contains("\"ru\"", await ReadAsync(bench, file.Wire.Document!.FileId), StringComparison.Ordinal);

        var ask = await bench.AskAsync(anna, "/forget");
        await anna.Tap(anna.Private, ask.MessageId, Facts.Text("ui.forget-no", "ru")).AnswerAsync();
        Assert.Equal(Facts.Text("ui.forget-kept", "ru"), (await bench.ChangedAsync(anna.Private, ask)).Text);
        Assert.Equal("ru", (await bench.Storage.GetChatAsync(anna.Id, default)).Language);

        ask = await bench.AskAsync(anna, "/forget");
        await anna.Tap(anna.Private, ask.MessageId, Facts.Text("ui.forget-yes", "ru")).AnswerAsync();
        Assert.Equal(Facts.Text("ui.forget-done", "ru"), (await bench.ChangedAsync(anna.Private, ask)).Text);

        Assert.Null((await bench.Storage.GetChatAsync(anna.Id, default)).Language);
        file = await bench.AskAsync(anna, "/mydata");
        Assert.Equal(Facts.Text("ui.mydata-none"), file.Text);
        Assert.Empty(JsonDocument.Parse(await ReadAsync(bench, file.Wire.Document!.FileId)).RootElement.EnumerateObject());
    }

    [Fact]
    public async Task Forget_also_ends_the_conversation()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        await bench.AskAsync(anna, "who chaired CICA in 2015?");
        var ask = await bench.AskAsync(anna, "/forget");
        await anna.Tap(anna.Private, ask.MessageId, Facts.Text("ui.forget-yes")).AnswerAsync();
        await bench.ChangedAsync(anna.Private, ask);
        Assert.Equal(Facts.Answer("and before that?"), (await bench.AskAsync(anna, "and before that?")).Text);
    }

    [Fact]
    public async Task Questions_it_could_not_answer_are_kept_without_the_person_and_from_groups_only_if_addressed()
    {
        await using var bench = await TalkBench.OpenAsync(change: o => o with { Bot = new() { CanReadAllGroupMessages = true } });
        var anna = bench.People.NewPerson("Anna", username: "anna_of_baku");
        var group = bench.People.NewGroup("Delegates", anna);
        group.AddBot(anna);
        await group.NextFromBotAsync();

        await bench.AskAsync(anna, "who is the CICA treasurer? write to @anna_of_baku, anna@example.org or +994 50 123 45 67");
        anna.Say(group, "what colour is the CICA flag's border?");
        var said = anna.Say(group, "@playground_bot which hotel hosts CICA spouses?");
        await group.NextFromBotAsync(said.MessageId);
        await bench.RestartAsync();

        var kept = await bench.Storage.UnansweredAsync(default);
        Assert.Equal(["who is the CICA treasurer? write to …, … or …", "which hotel hosts CICA spouses?"], kept.Select(q => q.Text));
    }

    [Fact]
    public async Task The_language_chosen_stays_over_a_restart_and_can_be_left_to_the_question_again()
    {
        await using var bench = await TalkBench.OpenAsync();
        var anna = bench.People.NewPerson("Anna");
        var offer = await bench.AskAsync(anna, "/language");
        Assert.Equal([["English"], ["Русский"], [Facts.Text("ui.language-any")]], offer.Buttons);
        await anna.Tap(anna.Private, offer.MessageId, "Русский").AnswerAsync();
        await bench.ChangedAsync(anna.Private, offer);
        await bench.SettledAsync();
        Assert.Equal("Саммиты", anna.Private.CommandsFor(anna).Single(c => c.Command == "summits").Description);
        await bench.RestartAsync();
        Assert.Equal(Facts.Answer("who chairs CICA?", "ru"), (await bench.AskAsync(anna, "who chairs CICA?")).Text);

        offer = await bench.AskAsync(anna, "/language");
        await anna.Tap(anna.Private, offer.MessageId, Facts.Text("ui.language-any", "ru")).AnswerAsync();
        await bench.ChangedAsync(anna.Private, offer);
        Assert.Equal(Facts.Answer("who chairs CICA?"), (await bench.AskAsync(anna, "who chairs CICA?")).Text);
        await bench.SettledAsync();
        Assert.Equal("Summits", anna.Private.CommandsFor(anna).Single(c => c.Command == "summits").Description);
    }

    internal static async Task<string> ReadAsync(TalkBench bench, string id)
    {
        using var content = new MemoryStream();
        using var http = new HttpClient();
        var client = new TelegramBotClient(new TelegramBotClientOptions(bench.Server.Token, bench.Server.Url.ToString()), http);
        var file = await client.GetFile(id);
        return Encoding.UTF8.GetString(await http.GetByteArrayAsync(new Uri(bench.Server.Url, $"/file/bot{bench.Server.Token}/{file.FilePath}")));
    }
}
