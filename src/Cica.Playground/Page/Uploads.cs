using System.Globalization;
using Cica.Playground.BotApi;
using Cica.Playground.People;
using Microsoft.AspNetCore.Http;

namespace Cica.Playground.Page;

/// <summary>A file somebody sends: POST /api/upload?person=&amp;place=&amp;topic=&amp;name=&amp;caption= with its bytes. What is a picture becomes a photo.</summary>
internal sealed class Uploads(PeopleSide people)
{
    // Bots may fetch no larger ones (core.telegram.org/bots/api#getfile).
    private const int MostBytes = 20 * 1024 * 1024;
    private const int MostName = 128;

    public async Task TakeAsync(HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = await StatusAsync(context.Request, cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> StatusAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // The type no form can send makes a browser ask before another site's page could send a file.
        if (!HttpMethods.IsPost(request.Method) || request.ContentType != "application/octet-stream") return StatusCodes.Status415UnsupportedMediaType;
        if (request.ContentLength is null or 0 or > MostBytes) return StatusCodes.Status413PayloadTooLarge;
        var person = people.Everybody.FirstOrDefault(p => p.Id == Number(request, "person"));
        var place = people.Places.FirstOrDefault(p => p.Id == Number(request, "place"));
        if (person is null || place is null) return StatusCodes.Status404NotFound;
        var content = new byte[request.ContentLength.Value];
        await request.Body.ReadExactlyAsync(content, cancellationToken).ConfigureAwait(false);
        var caption = request.Query["caption"].ToString() is { Length: > 0 } words ? words : null;
        var name = Path.GetFileName(request.Query["name"].ToString()) is { Length: > 0 and <= MostName } given ? given : "file";
        int? topic = Number(request, "topic") is > 0 and <= int.MaxValue and var told ? (int)told : null;
        try
        {
            if (ImageSize.Of(content) is not null) person.SendPhoto(place, content, caption, topic);
            else person.SendDocument(place, name, content, caption, topic);
            return StatusCodes.Status200OK;
        }
        catch (InvalidOperationException)
        {
            return StatusCodes.Status409Conflict;
        }
    }

    private static long Number(HttpRequest request, string name) =>
        long.TryParse(request.Query[name], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
