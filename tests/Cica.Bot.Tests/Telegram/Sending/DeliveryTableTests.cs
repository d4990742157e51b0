using System.Net;
using Cica.Bot.Telegram.Sending;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace Cica.Bot.Tests.Telegram.Sending;

public sealed class DeliveryTableTests
{
    [Theory]
    [InlineData(401, "Unauthorized", "Stop")]
    [InlineData(404, "Not Found: method not found", "Refuse")]
    [InlineData(403, "Forbidden: bot was blocked by the user", "SwitchOff")]
    [InlineData(403, "Forbidden: user is deactivated", "SwitchOff")]
    [InlineData(403, "Forbidden: bot was kicked from the supergroup chat", "SwitchOff")]
    [InlineData(400, "Bad Request: chat not found", "Refuse")]
    [InlineData(400, "Bad Request: message thread not found", "Refuse")]
    [InlineData(400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0", "PlainText")]
    [InlineData(400, "Bad Request: message is not modified: specified new message content and reply markup are exactly the same", "Forget")]
    [InlineData(400, "Bad Request: query is too old and response timeout expired or query ID is invalid", "Forget")]
    [InlineData(500, "Internal Server Error", "Again")]
    public void What_telegram_says(int code, string words, string expected) =>
        Assert.Equal(expected, DeliveryTable.For(new ApiRequestException(words, code), isMessage: true).Kind.ToString());

    [Fact]
    public void Too_many_requests_waits_as_told()
    {
        var reaction = DeliveryTable.For(new ApiRequestException("Too Many Requests: retry after 17", 429, new ResponseParameters { RetryAfter = 17 }), isMessage: true);
        Assert.Equal((ReactionKind.Wait, TimeSpan.FromSeconds(17)), (reaction.Kind, reaction.After));
    }

    [Fact]
    public void A_group_that_moved_is_followed()
    {
        var reaction = DeliveryTable.For(new ApiRequestException("Bad Request: group chat was upgraded to a supergroup chat", 400, new ResponseParameters { MigrateToChatId = -100_5 }), isMessage: true);
        Assert.Equal((ReactionKind.Move, -100_5), (reaction.Kind, reaction.MovedTo));
    }

    [Theory]
    [InlineData(HttpRequestError.NameResolutionError, "Again", false)]
    [InlineData(HttpRequestError.ConnectionError, "Again", false)]
    [InlineData(HttpRequestError.SecureConnectionError, "Again", false)]
    [InlineData(HttpRequestError.ResponseEnded, "OnceMore", true)]
    [InlineData(HttpRequestError.Unknown, "OnceMore", true)]
    public void A_connection_that_fails(HttpRequestError error, string expected, bool mayRepeat)
    {
        var failure = new RequestException("failed", new HttpRequestException(error));
        var reaction = DeliveryTable.For(failure, isMessage: true);
        Assert.Equal((expected, mayRepeat), (reaction.Kind.ToString(), reaction.MayRepeat));
        // Doing again what is no message does no harm, so it is done until it succeeds.
        Assert.Equal("Again", DeliveryTable.For(failure, isMessage: false).Kind.ToString());
    }

    [Fact]
    public void A_page_instead_of_an_answer_is_tried_again() =>
        Assert.Equal(ReactionKind.Again, DeliveryTable.For(new RequestException("no JSON", HttpStatusCode.BadGateway), isMessage: true).Kind);

    [Fact]
    public void An_answer_cut_short_leaves_the_outcome_unknown() =>
        Assert.Equal(ReactionKind.OnceMore, DeliveryTable.For(new RequestException("cut", HttpStatusCode.OK), isMessage: true).Kind);

    [Fact]
    public void A_time_out_leaves_the_outcome_unknown() =>
        Assert.Equal(ReactionKind.OnceMore, DeliveryTable.For(new TimeoutException(), isMessage: true).Kind);
}
