using Cica.Bot.Reading;
using Cica.Bot.Tests.Talking;
using Cica.Tests.Support;
using NodaTime;
using NodaTime.TimeZones;

namespace Cica.Bot.Tests.Reading;

public sealed class ZoneFinderTests
{
    private static readonly ZoneFinder Finder = new(new ZoneNames(), new ShiftedTime(TalkBench.Now));

    [Theory]
    [InlineData("Baku", "Asia/Baku")]
    [InlineData("baku time", "Asia/Baku")]
    [InlineData("  BAKU!", "Asia/Baku")]
    [InlineData("Баку", "Asia/Baku")]
    [InlineData("в Баку", "Asia/Baku")]
    [InlineData("бакинское время", "Asia/Baku")]
    [InlineData("Asia/Baku", "Asia/Baku")]
    [InlineData("asia/ho chi minh", "Asia/Ho_Chi_Minh")]
    [InlineData("Astana", "Asia/Almaty")]
    [InlineData("в Астане", "Asia/Almaty")]
    [InlineData("Алма-Ате", "Asia/Almaty")]
    [InlineData("по Москве", "Europe/Moscow")]
    [InlineData("мск", "Europe/Moscow")]
    [InlineData("в Нижнем Новгороде", "Europe/Moscow")]
    [InlineData("Санкт-Петербург", "Europe/Moscow")]
    [InlineData("Beijing", "Asia/Shanghai")]
    [InlineData("пекинское время", "Asia/Shanghai")]
    [InlineData("Ташкентом", "Asia/Tashkent")]
    [InlineData("New Delhi", "Asia/Kolkata")]
    [InlineData("Calcutta", "Asia/Kolkata")]
    [InlineData("Тель-Авив", "Asia/Jerusalem")]
    [InlineData("Oslo", "Europe/Oslo")]
    [InlineData("Zürich", "Europe/Zurich")]
    [InlineData("Женева", "Europe/Zurich")]
    [InlineData("new york", "America/New_York")]
    [InlineData("Нью-Йорке", "America/New_York")]
    [InlineData("Kazakhstan", "Asia/Almaty")]
    [InlineData("Казахстан", "Asia/Almaty")]
    [InlineData("в Азербайджане", "Asia/Baku")]
    [InlineData("Республика Корея", "Asia/Seoul")]
    [InlineData("UTC", "UTC")]
    [InlineData("gmt", "UTC")]
    [InlineData("+5", "UTC+05")]
    [InlineData("UTC+5:30", "UTC+05:30")]
    [InlineData("GMT −3", "UTC-03")]
    [InlineData("+0545", "UTC+05:45")]
    public void A_city_a_state_a_zone_or_an_offset_is_understood(string text, string id) =>
        Assert.Equal(id, Finder.Read(text, Facts.Engine.Knowledge).Id);

    [Theory]
    [InlineData("IST", "Asia/Jerusalem", "Asia/Kolkata")]
    [InlineData("Mongolia", "Asia/Ulaanbaatar", "Asia/Hovd")]
    [InlineData("Россия", "Europe/Moscow", "Asia/Vladivostok")]
    [InlineData("в США", "America/New_York", "America/Los_Angeles")]
    public void What_has_several_meanings_is_offered_for_choice(string text, params string[] among)
    {
        var read = Finder.Read(text, Facts.Engine.Knowledge);
        Assert.Null(read.Id);
        Assert.True(read.IsCertain);
        Assert.All(among, id => Assert.Contains(id, read.Ids));
        Assert.InRange(read.Ids.Count, 2, 12);
    }

    [Theory]
    [InlineData("Tashkebt", "Asia/Tashkent")]
    [InlineData("Бишкке", "Asia/Bishkek")]
    [InlineData("Ulaanbataar", "Asia/Ulaanbaatar")]
    [InlineData("Petropavl", "Asia/Kamchatka")]
    public void A_slip_of_the_keyboard_is_asked_about_never_taken(string text, string near)
    {
        var read = Finder.Read(text, Facts.Engine.Knowledge);
        Assert.False(read.IsCertain);
        Assert.Contains(near, read.Ids);
    }

    [Theory]
    [InlineData("Atlantis")]
    [InlineData("+25")]
    [InlineData("UTC+5:07")]
    [InlineData("-13")]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("<b>Baku</b><script>")]
    public void What_names_no_zone_names_none(string text) => Assert.Empty(Finder.Read(text, Facts.Engine.Knowledge).Ids);

    [Fact]
    public void Every_zone_it_can_name_is_in_the_time_zone_database_and_every_city_of_that_is_named()
    {
        var ids = new ZoneNames().All.Values.SelectMany(v => v).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(ids, id => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is null);
        Assert.DoesNotContain(TzdbDateTimeZoneSource.Default.ZoneLocations!, l => !ids.Contains(l.ZoneId));
    }

    [Theory]
    [InlineData("Asia/Baku", "en", "Baku (UTC+4)")]
    [InlineData("Asia/Kolkata", "ru", "Калькутта (UTC+5:30)")]
    [InlineData("Asia/Almaty", "ru", "Алматы (UTC+5)")]
    [InlineData("America/New_York", "en", "New York (UTC−5)")]
    [InlineData("UTC+05", "ru", "UTC+5")]
    [InlineData("UTC", "en", "UTC")]
    public void A_zone_is_shown_with_its_city_and_its_offset_now(string id, string language, string shown) => Assert.Equal(shown, Finder.Show(id, language));
}
