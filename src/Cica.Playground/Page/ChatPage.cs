using Cica.Playground.People;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Page;

/// <summary>
/// The chat page: its files under /, what is to be seen under /api/events, what people do under /api/, files sent under
/// /api/files/. Foreign hosts and origins never come this far.
/// </summary>
internal sealed class ChatPage : IDisposable
{
    private const string Api = "/api/";
    private const string Files = "/api/files/";

    private readonly Assets _assets = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly AdjustableClock? _clock;
    private readonly Deeds _deeds;
    private readonly EventStream _events;
    private readonly PeopleSide _people;
    private readonly Uploads _uploads;

    public ChatPage(PeopleSide people, CallLog calls)
    {
        _people = people;
        _clock = people.World.Clock as AdjustableClock;
        if (_clock is not null) _clock.Jumped += people.World.Changes.Raise;
        Cast.Enter(people);
        var marks = new ReadMarks();
        _deeds = new Deeds(people, _clock);
        _events = new EventStream(people, calls, marks, _clock);
        _uploads = new Uploads(people);
    }

    public async Task HandleAsync(HttpContext context)
    {
        Headers.Write(context.Response);
        var (request, path) = (context.Request, context.Request.Path.Value ?? "");
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stop.Token);
        try
        {
            if (path == Api + "events") await _events.RunAsync(context, either.Token).ConfigureAwait(false);
            else if (path.StartsWith(Files, StringComparison.Ordinal)) await StoredFiles.ServeAsync(context, _people.World, path[Files.Length..], either.Token).ConfigureAwait(false);
            else if (path == Api + "upload") await _uploads.TakeAsync(context, either.Token).ConfigureAwait(false);
            else if (path.StartsWith(Api, StringComparison.Ordinal)) await _deeds.DoAsync(context, path[Api.Length..], either.Token).ConfigureAwait(false);
            else if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) await _assets.ServeAsync(context, path, either.Token).ConfigureAwait(false);
            else context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The browser has gone, or the server is going.
        }
    }

    public void Dispose()
    {
        if (_stop.IsCancellationRequested) return;
        if (_clock is not null) _clock.Jumped -= _people.World.Changes.Raise;
        _stop.Cancel();
        _stop.Dispose();
    }
}
