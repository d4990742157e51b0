using System.Text.Json;
using Cica.Playground.People;
using Cica.Playground.Wire;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Page;

/// <summary>
/// What people do, each a POST of JSON to /api/&lt;deed&gt;. The type of the body makes a browser ask before another site's page
/// could send one.
/// </summary>
internal sealed class Deeds(PeopleSide people, AdjustableClock? clock)
{
    private const int MostBytes = 64 * 1024;
    private static readonly TimeSpan FarthestJump = TimeSpan.FromDays(366 * 10);

    private readonly InlineLists _lists = new();

    public async Task DoAsync(HttpContext context, string deed, CancellationToken cancellationToken)
    {
        var (status, answer) = await AnswerAsync(context.Request, deed, cancellationToken).ConfigureAwait(false);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.Body.WriteAsync(WireJson.Bytes(answer), cancellationToken).ConfigureAwait(false);
    }

    private async Task<(int Status, object Answer)> AnswerAsync(HttpRequest request, string deed, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method)) return (405, new NotDone("unknown"));
        if (!request.HasJsonContentType()) return (415, new NotDone("unknown"));
        if (request.ContentLength is null or > MostBytes) return (413, new NotDone("impossible"));
        try
        {
            var told = await JsonSerializer.DeserializeAsync<Deed>(request.Body, WireJson.Options, cancellationToken).ConfigureAwait(false);
            return told is null ? (400, new NotDone("unknown")) : (200, await CarryOutAsync(deed, told, cancellationToken).ConfigureAwait(false));
        }
        catch (JsonException)
        {
            return (400, new NotDone("unknown"));
        }
        catch (KeyNotFoundException)
        {
            return (404, new NotDone("unknown"));
        }
        catch (TimeoutException)
        {
            return (504, new NotDone("timeout"));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or OverflowException)
        {
            // What the app would not let a person do.
            return (409, new NotDone("impossible", e.Message));
        }
    }

    private async Task<object> CarryOutAsync(string deed, Deed told, CancellationToken cancellationToken)
    {
        switch (deed)
        {
            case "clock":
                return Jump(told);
            case "tap":
                var notice = await Who(told).Tap(Where(told), told.Message, told.Data ?? "").AnswerAsync(cancellationToken).ConfigureAwait(false);
                return new TapView(notice.Text, notice.IsAlert, notice.Url);
            case "inline":
                var list = await Who(told).TypeInline(Where(told), told.Text ?? "", told.Offset ?? "").ListAsync(cancellationToken).ConfigureAwait(false);
                return _lists.Keep(told.Person, list);
            default:
                Do(deed, told);
                return new Done();
        }
    }

    private void Do(string deed, Deed told)
    {
        var who = Who(told);
        switch (deed)
        {
            case "say":
                who.Say(Where(told), told.Text ?? "", told.AnswerTo, told.Topic);
                break;
            case "edit":
                who.Edit(Where(told), told.Message, told.Text ?? "");
                break;
            case "start":
                who.Start(string.IsNullOrEmpty(told.Payload) ? null : told.Payload);
                break;
            case "choose":
                who.Choose(_lists.Find(told.Person, told.List ?? ""), told.Result ?? "", told.Topic);
                break;
            case "block":
                who.Block();
                break;
            case "unblock":
                who.Unblock();
                break;
            case "language":
                Speak(who, told.Language);
                break;
            case "member":
                Change(who, Where(told), told.Change);
                break;
            default:
                throw new KeyNotFoundException();
        }
    }

    private void Speak(Person who, string? language)
    {
        if (language is not (null or { Length: >= 2 and <= 12 }) || language?.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') is false)
            throw new ArgumentException("That is no language code.", nameof(language));
        who.Speak(language);
        people.World.Changes.Raise();
    }

    private static void Change(Person who, Place where, string? change)
    {
        switch (change)
        {
            case "leave":
                who.Leave(where);
                break;
            case "join":
                who.Join(where);
                break;
            case "add_bot":
                where.AddBot(who);
                break;
            case "promote_bot":
                where.PromoteBot(who);
                break;
            case "remove_bot":
                where.KickBot(who);
                break;
            default:
                throw new KeyNotFoundException();
        }
    }

    private Done Jump(Deed told)
    {
        if (clock is null) throw new InvalidOperationException("This playground's clock cannot be moved.");
        var by = told.Until is { } until ? DateTimeOffset.UnixEpoch.AddMilliseconds(until) - clock.GetUtcNow() : TimeSpan.FromSeconds(told.Seconds ?? 0);
        if (by < TimeSpan.Zero || by > FarthestJump) throw new ArgumentException("The clock goes forward only, ten years at most.", nameof(told));
        clock.Forward(by);
        return new Done();
    }

    private Person Who(Deed told) => people.Everybody.FirstOrDefault(p => p.Id == told.Person) ?? throw new KeyNotFoundException();

    private Place Where(Deed told) => people.Places.FirstOrDefault(p => p.Id == told.Place) ?? throw new KeyNotFoundException();
}
