using Deque.AxeCore.Commons;

namespace Cica.Playground.Page.Tests;

/// <summary>The page before somebody's eyes, with the server and the small bot behind it, on a clock that can be put forward.</summary>
internal sealed class Screen : IAsyncDisposable
{
    public const string BotName = "cica_bot";
    private static readonly string? Shots = Environment.GetEnvironmentVariable("PAGE_SHOTS");
    // Run by hand: the package's own runner opens a second page each time, for frames that there are none of.
    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());
    private const string Violations = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.filter(v => ['serious', 'critical'].includes(v.impact))
            .map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(' | ')}`)
        """;

    private readonly IBrowserContext _context;
    private readonly List<string> _errors = [];
    private readonly PlaygroundServer? _server;
    private readonly SmallBot? _bot;

    private Screen(Uri address, PlaygroundServer? server, SmallBot? bot, IBrowserContext context, IPage page)
    {
        Address = address;
        _server = server;
        _bot = bot;
        _context = context;
        Page = page;
    }

    public Uri Address { get; }

    /// <summary>The server and the small bot behind the page; not where the real one is at work.</summary>
    public PlaygroundServer Server => _server!;
    public SmallBot Bot => _bot!;
    public IPage Page { get; }

    /// <summary>What went wrong in the browser: errors of scripts, breaches of the content security policy.</summary>
    public IReadOnlyList<string> Errors => _errors;
    public ILocator Messages => Page.Locator("#messages > li.message");
    public ILocator Last => Messages.Last;
    /// <summary>What is listed above the message field.</summary>
    public ILocator Offers => Page.Locator("#list [role=option]");
    public ILocator Field => Page.Locator("#text");

    public static async Task<Screen> OpenAsync(Browser browser, string path = "/", bool isPhone = false, bool isDark = false, string zone = "UTC", PaceOptions? pace = null, Uri? url = null)
    {
        Skip.If(browser.Missing is not null, browser.Missing);
        var options = new PlaygroundOptions
        {
            Clock = new AdjustableClock(),
            Chat = new PageOptions(),
            Bot = new BotOptions { Name = "CICA", Username = BotName },
            Pace = pace ?? new PaceOptions(),
            // A busy machine may take longer for a tap than Telegram waits.
            QueryLife = TimeSpan.FromMilliseconds(Browser.Patience),
        };
        var server = await PlaygroundServer.StartAsync(url is null ? options : options with { Url = url });
        server.People.Waits.Patience = TimeSpan.FromMilliseconds(Browser.Patience);
        return await OpenAsync(browser, server.Url, server, new SmallBot(server), path, isPhone, isDark, zone);
    }

    /// <summary>The page of a playground that runs elsewhere.</summary>
    public static Task<Screen> OpenAtAsync(Browser browser, Uri address, bool isPhone = false, bool isDark = false) =>
        OpenAsync(browser, address, null, null, "/", isPhone, isDark, "UTC");

    private static async Task<Screen> OpenAsync(Browser browser, Uri address, PlaygroundServer? server, SmallBot? bot, string path, bool isPhone, bool isDark, string zone)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = isPhone ? new() { Width = 390, Height = 780 } : new() { Width = 1280, Height = 800 },
            HasTouch = isPhone,
            IsMobile = isPhone,
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = "en-GB",
            TimezoneId = zone,
        });
        context.SetDefaultTimeout(Browser.Patience);
        var page = await context.NewPageAsync();
        var screen = new Screen(address, server, bot, context, page);
        page.PageError += (_, error) => screen._errors.Add(error);
        page.Console += (_, line) => { if (line.Type is "error" or "warning") screen._errors.Add(line.Text); };
        await page.GotoAsync(new Uri(address, path).ToString());
        await Assertions.Expect(page.Locator("#under")).Not.ToBeEmptyAsync();
        return screen;
    }

    public async Task StartAsync()
    {
        await Page.Locator("#instead").ClickAsync();
        await Assertions.Expect(Last).ToContainTextAsync("Welcome");
    }

    public async Task SayAsync(string text)
    {
        await Field.FillAsync(text);
        await Field.PressAsync("Enter");
    }

    public ILocator Button(string name) => Page.Locator("#messages").GetByRole(AriaRole.Button, new() { Name = name });

    public Task OpenChatAsync(string title) => Page.Locator("#chats .chat", new() { HasText = title }).ClickAsync();

    public Task BecomeAsync(string name) => Page.Locator("#people .person", new() { HasText = name }).ClickAsync();

    public async Task MenuAsync(string entry)
    {
        await Page.Locator("#more").ClickAsync();
        await Page.GetByRole(AriaRole.Menuitem, new() { Name = entry }).ClickAsync();
    }

    /// <summary>Puts the bot's clock forward to a moment, in the zone of the browser.</summary>
    public async Task JumpToAsync(string moment)
    {
        if (!await Page.Locator("#panel").IsVisibleAsync()) await Page.Locator("#developer").ClickAsync();
        await Page.Locator("#until").FillAsync(moment);
        await Page.Locator(".until button").ClickAsync();
    }

    /// <summary>No violation of accessibility rules that axe calls serious or critical (dequeuniversity.com/rules/axe).</summary>
    public async Task AssertAccessibleAsync()
    {
        await RestAsync();
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(Axe.Value);
        Assert.Empty(await Page.EvaluateAsync<string[]>(Violations));
    }

    /// <summary>A picture of the screen for human eyes, where PAGE_SHOTS names a folder.</summary>
    public async Task ShotAsync(string name)
    {
        if (Shots is null) return;
        await RestAsync();
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Shots, name + ".png") });
    }

    // What fades in is neither readable nor fit to be seen before it has come to rest.
    private async Task RestAsync() => await Page.EvaluateAsync("() => Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().iterations !== Infinity).map(a => a.finished.catch(() => {})))");

    public async ValueTask DisposeAsync()
    {
        await _context.DisposeAsync();
        if (_bot is not null) await _bot.DisposeAsync();
        if (_server is not null) await _server.DisposeAsync();
    }
}
