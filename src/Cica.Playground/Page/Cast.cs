using Cica.Playground.People;

namespace Cica.Playground.Page;

/// <summary>Who is there when the page opens: two people who speak different languages, a group with the bot, one without it, a group with topics, a channel.</summary>
internal static class Cast
{
    public static void Enter(PeopleSide people)
    {
        var amina = people.NewPerson("Amina", language: "en", username: "amina");
        var boris = people.NewPerson("Борис", language: "ru", username: "boris");
        var group = people.NewSupergroup("Delegates · Делегаты", amina, null, false, boris);
        group.AddBot(amina);
        people.NewSupergroup("Press room · Пресса", boris, null, false, amina);
        var forum = people.NewSupergroup("Forum · Форум", amina, null, true, boris);
        forum.AddBot(amina);
        forum.OpenTopic("Summit · Саммит", amina);
        forum.OpenTopic("Measures · Меры", boris);
        var channel = people.NewChannel("News · Новости", amina);
        channel.Add(boris, amina);
        channel.AddBot(amina);
        channel.PromoteBot(amina);
        // A private chat is there from the start, though nobody has written in it.
        _ = (amina.Private, boris.Private);
    }
}
