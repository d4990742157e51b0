using System.Globalization;
using Cica.Playground.People;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Page;

/// <summary>
/// Server-sent events (html.spec.whatwg.org, server-sent events): for one viewer and one chat, everything at first and then
/// whatever changes. Each part is sent only when it differs from what was sent before.
/// </summary>
internal sealed class EventStream(PeopleSide people, CallLog calls, ReadMarks marks, AdjustableClock? clock)
{
    // A line now and then tells both sides that the other is there.
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);

    // Changes come in bursts: one call of the bot makes several.
    private static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(10);

    public async Task RunAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (Viewer(context.Request) is not var (viewer, place))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        // After a break the browser comes back soon.
        await SendAsync(context.Response, "retry: 1000\n\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        var parts = new SentParts(people, calls, new Look(people, marks, viewer, place), viewer.Id, clock);
        while (true)
        {
            var change = people.World.Changes.Next();
            var news = parts.News();
            if (news.WrittenCount > 0) await SendAsync(context.Response, news.WrittenMemory, cancellationToken).ConfigureAwait(false);
            try
            {
                await change.WaitAsync(KeepAlive, TimeProvider.System, cancellationToken).ConfigureAwait(false);
                await Task.Delay(Burst, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                await SendAsync(context.Response, ":\n\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task SendAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    // Whoever names nobody is the first person, in the private chat; so is whoever names somebody of an earlier playground.
    private (Person, Place)? Viewer(HttpRequest request)
    {
        var everybody = people.Everybody;
        if (everybody.Count == 0) return null;
        var person = everybody.FirstOrDefault(p => p.Id == Number(request.Query["person"])) ?? everybody[0];
        var place = people.Places.FirstOrDefault(p => p.Id == Number(request.Query["place"]));
        return (person, place is not null && IsFor(person, place) ? place : person.Private);
    }

    private bool IsFor(Person person, Place place)
    {
        lock (people.World.Gate) return place.Room.Kind == State.RoomKind.Private ? place.Id == person.Id : place.Room.Members.ContainsKey(person.Id);
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
