using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Cica.Bot.Telegram.Rendering;

/// <summary>What a tap on a button asks for.</summary>
internal enum ButtonKind
{
    /// <summary>Ask the question on the button, in the conversation it carries.</summary>
    Ask = 'f',

    /// <summary>Show all the sources it names.</summary>
    Sources = 's',

    /// <summary>Show all the sources of the question it names.</summary>
    SourcesOf = 't',

    /// <summary>Turn to another page of the answer to the question it names.</summary>
    Page = 'p',

    /// <summary>Turn to another page of the bibliography.</summary>
    Bibliography = 'b',

    /// <summary>End the subscription whose id it carries; stands under every reminder.</summary>
    Unsubscribe = 'u',

    /// <summary>Set the language.</summary>
    Language = 'l',

    /// <summary>Forget me, now that I have been asked whether I am sure.</summary>
    Forget = 'x',

    /// <summary>Leave everything as it is.</summary>
    Cancel = 'n',

    /// <summary>Remind of what it names; with nothing named, ask of what.</summary>
    Remind = 'r',

    /// <summary>Show all subscriptions of the chat, in place of this message.</summary>
    Subscriptions = 'i',

    /// <summary>Show the subscription it names, in place of this message.</summary>
    Subscription = 'o',

    /// <summary>Give the subscription it names the leads it names.</summary>
    Leads = 'd',

    /// <summary>End the subscription it names; asked under a list or a confirmation, which then says so.</summary>
    Remove = 'v',

    /// <summary>Go by the time zone it names; with none named, ask for one.</summary>
    Zone = 'z',

    /// <summary>Keep the quiet hours it names; with none named, ask for them.</summary>
    Quiet = 'q',

    /// <summary>Send what it names as a file for a calendar; with nothing named, all that is subscribed to here.</summary>
    Calendar = 'c',

    /// <summary>Show a part of what those who run the bot may see.</summary>
    Admin = 'a',
}

/// <summary>
/// The data of a button (core.telegram.org/bots/api#inlinekeyboardbutton: 1-64 bytes). It carries all that the tap needs and
/// nothing that only this process knows, so that a button lives on over a restart and a change of the facts. The first
/// character is the version of this layout; data of another is an old button.
/// </summary>
/// <param name="Kind">What the tap asks for.</param>
/// <param name="Language">Language code of the message the button stands under, two letters.</param>
/// <param name="Question">Hash of a question: <see cref="QuestionLetters"/> letters, or for <see cref="ButtonKind.Ask"/> <see cref="LabelLetters"/>.</param>
/// <param name="Page">The page to turn to, from 0.</param>
/// <param name="Rest">The conversation, the sources, or the subscription.</param>
internal sealed record ButtonData(ButtonKind Kind, string Language, string Question = "", int Page = 0, string Rest = "")
{
    /// <summary>Telegram's bound.</summary>
    public const int MostBytes = 64;

    /// <summary>Letters of the hash that names a question.</summary>
    public const int QuestionLetters = 8;

    /// <summary>Letters of the hash that ties a button to the words on it.</summary>
    public const int LabelLetters = 4;

    /// <summary>Letters of a subscription's id.</summary>
    public const int SubscriptionLetters = 12;

    /// <summary>The furthest page a button leads to.</summary>
    public const int LastPage = 255;

    private const char Version = '1';
    private const int HeadLetters = 4;

    /// <summary>How many letters of <see cref="Rest"/> fit.</summary>
    public static int RoomFor(ButtonKind kind) => kind switch
    {
        ButtonKind.Ask => MostBytes - HeadLetters - LabelLetters,
        ButtonKind.Page => MostBytes - HeadLetters - QuestionLetters - 2,
        ButtonKind.SourcesOf => MostBytes - HeadLetters - QuestionLetters,
        ButtonKind.Sources or ButtonKind.Remind or ButtonKind.Subscription or ButtonKind.Leads or ButtonKind.Remove
            or ButtonKind.Zone or ButtonKind.Quiet or ButtonKind.Calendar or ButtonKind.Admin => MostBytes - HeadLetters,
        ButtonKind.Unsubscribe => SubscriptionLetters,
        _ => 0,
    };

    /// <summary>The data as it is sent.</summary>
    public override string ToString()
    {
        var data = new StringBuilder(MostBytes).Append(Version).Append((char)Kind).Append(Language).Append(Question);
        if (HasPage(Kind))
            data.Append(Page.ToString("x2", CultureInfo.InvariantCulture));
        return data.Append(Rest).ToString();
    }

    /// <summary>Reads data that came with a tap; false for an old or a foreign one, whatever it holds.</summary>
    public static bool TryRead(string? text, [NotNullWhen(true)] out ButtonData? data)
    {
        data = null;
        if (text is null || text.Length is < HeadLetters or > MostBytes || text[0] != Version || !text.All(char.IsAscii) || !Enum.IsDefined((ButtonKind)text[1]))
            return false;
        var (kind, language, rest) = ((ButtonKind)text[1], text[2..HeadLetters], text[HeadLetters..]);
        if (!language.All(char.IsAsciiLetterLower))
            return false;
        var letters = kind switch { ButtonKind.Ask => LabelLetters, ButtonKind.Page or ButtonKind.SourcesOf => QuestionLetters, _ => 0 };
        if (rest.Length < letters)
            return false;
        var (question, page) = (rest[..letters], 0);
        rest = rest[letters..];
        if (HasPage(kind))
        {
            if (rest.Length < 2 || !int.TryParse(rest[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out page))
                return false;
            rest = rest[2..];
        }
        if (rest.Length > 0 && RoomFor(kind) == 0)
            return false;
        data = new ButtonData(kind, language, question, page, rest);
        return true;
    }

    private static bool HasPage(ButtonKind kind) => kind is ButtonKind.Page or ButtonKind.Bibliography or ButtonKind.Subscriptions;
}
