using Cica.Playground.BotApi;
using Cica.Playground.Formatting;
using Cica.Playground.State;
using Cica.Playground.Wire;

namespace Cica.Playground.People;

/// <summary>Somebody with an app: writes, taps, asks inline, blocks. What the person may not do in Telegram throws here.</summary>
public sealed class Person
{
    private readonly PeopleSide _side;

    internal Person(PeopleSide side, long id)
    {
        _side = side;
        Id = id;
    }

    public long Id { get; }
    public WireUser User => _side.World.User(Id)!;
    public string Name => User.FirstName;
    private World World => _side.World;

    /// <summary>The private chat with the bot.</summary>
    public Place Private
    {
        get
        {
            lock (World.Gate) return new Place(_side, World.PrivateRoom(User));
        }
    }

    /// <summary>Changes the language of the app.</summary>
    public void Speak(string? language) => World.Replace(User with { LanguageCode = language });

    /// <summary>Opens the bot by its link; a payload is 1-64 of A-Z a-z 0-9 _ - (core.telegram.org/bots/features#deep-linking).</summary>
    public WireMessage Start(string? payload = null)
    {
        if (payload is not null && (payload.Length is 0 or > StartParameter.Most || !payload.All(StartParameter.IsAllowed)))
            throw new ArgumentException("A start payload has 1-64 of A-Z, a-z, 0-9, _ and -.", nameof(payload));
        return Say(payload is null ? "/start" : "/start " + payload);
    }

    /// <summary>Writes to the bot in private.</summary>
    public WireMessage Say(string text) => Say(Private, text);

    /// <summary>Writes in a chat: into a topic, in answer to a message, if wished. Where the bot is named but no member, it comes as a guest message.</summary>
    public WireMessage Say(Place place, string text, int? answerTo = null, int? topic = null) =>
        _side.Write(this, place, TextOf(text), answerTo, topic);

    /// <summary>Sends a file.</summary>
    public WireMessage SendDocument(Place place, string name, byte[] content, string? caption = null, int? topic = null) =>
        SendFile(place, name, content, "document", caption, topic);

    /// <summary>Sends a picture (PNG, JPEG or GIF).</summary>
    public WireMessage SendPhoto(Place place, byte[] content, string? caption = null, int? topic = null) =>
        SendFile(place, "photo.jpg", content, "photo", caption, topic);

    /// <summary>Speaks into the telephone.</summary>
    public WireMessage SendVoice(Place place, byte[] content) => SendFile(place, "voice.oga", content, "voice", null);

    /// <summary>Sends a sticker that stands for this emoji.</summary>
    public WireMessage SendSticker(Place place, string emoji) => SendFile(place, emoji, [1], "sticker", null);

    /// <summary>Rewrites an own message.</summary>
    public WireMessage Edit(Place place, int messageId, string text)
    {
        lock (World.Gate)
        {
            var post = place.Room.Find(messageId) ?? throw new InvalidOperationException("That message is gone.");
            if (post.Message.From?.Id != Id) throw new InvalidOperationException("Only an own message can be rewritten.");
            post.Message = Contents.Write(post.Message, TextOf(text)) with { EditDate = World.Now };
            _side.Delivery.Edited(place.Room, post.Message);
            World.Changes.Raise();
            return post.Message;
        }
    }

    /// <summary>Taps a button by its words or its data.</summary>
    public Tap Tap(Place place, int messageId, string button) => _side.Tap(this, place, messageId, button);

    /// <summary>Types "@bot query" in a chat. A later page is asked for with the offset the list before gave.</summary>
    public InlineTurn TypeInline(Place place, string query, string offset = "") => _side.TypeInline(this, place, query, offset);

    /// <summary>Sends one of the results into the chat where they were asked for, into a topic if wished.</summary>
    public WireMessage Choose(InlineList list, string resultId, int? topic = null) => _side.Choose(this, list, resultId, topic);

    /// <summary>Blocks the bot.</summary>
    public void Block() => SetBlocked(true);

    /// <summary>Unblocks it.</summary>
    public void Unblock() => SetBlocked(false);

    /// <summary>Deletes the account: the bot is told "user is deactivated" from then on.</summary>
    public void Deactivate()
    {
        lock (World.Gate) Private.Room.IsDeactivated = true;
    }

    /// <summary>Comes into a chat by itself.</summary>
    public void Join(Place place) => place.Add(this, this);

    public void Leave(Place place)
    {
        lock (World.Gate) _side.Membership.Change(place.Room, User, User, "left");
    }

    internal static OutgoingContent TextOf(string text)
    {
        var cleaned = TextCleaner.Clean(text, []);
        if (TextCleaner.IsBlank(cleaned.Text)) throw new ArgumentException("Nobody can send an empty message.", nameof(text));
        if (cleaned.Characters > FormattedTextReader.MostCharacters) throw new ArgumentException("An app cuts messages at 4096 characters.", nameof(text));
        return new OutgoingContent(EntityRules.WithFound(cleaned));
    }

    private WireMessage SendFile(Place place, string name, byte[] content, string kind, string? caption, int? topic = null)
    {
        StoredFile file;
        lock (World.Gate) file = World.Files.Add(content, name, kind);
        var words = caption is null ? null : EntityRules.WithFound(TextCleaner.Clean(caption, []));
        return _side.Write(this, place, new OutgoingContent(null) { File = file, Caption = words }, null, topic);
    }

    private void SetBlocked(bool isBlocked)
    {
        lock (World.Gate)
        {
            var room = Private.Room;
            if (room.IsBlocked == isBlocked) return;
            room.IsBlocked = isBlocked;
            var (old, now) = isBlocked ? ("member", "kicked") : ("kicked", "member");
            var update = new WireMemberUpdate(room.Chat, User, World.Now, new Member(World.Me, old).ToWire(room.Kind), new Member(World.Me, now).ToWire(room.Kind));
            World.Updates.Add("my_chat_member", update, $"m{room.Id}");
            World.Changes.Raise();
        }
    }
}
