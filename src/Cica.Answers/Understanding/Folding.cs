using System.Globalization;
using System.Text;

namespace Cica.Answers.Understanding;

/// <summary>Makes letters comparable: lower case, no diacritics, ё as е; й stays й.</summary>
public static class Folding
{
    private static readonly (char Plain, string Letters)[] Letters =
    [
        ('a', "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
        ('b', "ḂḃḄḅḆḇ"),
        ('c', "ÇçĆćĈĉĊċČčḈḉ"),
        ('d', "ĎďḊḋḌḍḎḏḐḑḒḓ"),
        ('e', "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
        ('f', "Ḟḟ"),
        ('g', "ĜĝĞğĠġĢģǦǧǴǵḠḡ"),
        ('h', "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
        ('i', "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
        ('j', "Ĵĵǰ"),
        ('k', "ĶķǨǩḰḱḲḳḴḵ"),
        ('l', "ĹĺĻļĽľḶḷḸḹḺḻḼḽ"),
        ('m', "ḾḿṀṁṂṃ"),
        ('n', "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ"),
        ('o', "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
        ('p', "ṔṕṖṗ"),
        ('r', "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
        ('s', "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ"),
        ('t', "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ"),
        ('u', "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
        ('v', "ṼṽṾṿ"),
        ('w', "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
        ('x', "ẊẋẌẍ"),
        ('y', "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
        ('z', "ŹźŻżŽžẐẑẒẓẔẕ"),
    ];

    private static readonly char[] Table = Build();

    /// <summary>The comparable form of a letter; 0 for a combining mark, which vanishes.</summary>
    public static char Fold(char c) => Table[c];

    /// <summary>The comparable form of a text.</summary>
    public static string Fold(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var folded = Table[c];
            if (folded != 0)
                builder.Append(folded);
        }
        return builder.ToString();
    }

    private static char[] Build()
    {
        var table = new char[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            var c = (char)i;
            table[i] = CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => '\0',
                _ => char.ToLowerInvariant(c),
            };
        }
        // The runtime decomposes no letters where it runs without ICU, so the Latin letters with diacritics are spelled out.
        foreach (var (plain, letters) in Letters)
        {
            foreach (var letter in letters)
                table[letter] = plain;
        }
        foreach (var (from, to) in "ёе,ıi,əe,Əe,øo,Øo,łl,Łl,đd,Đd,ßs,æe,Æe,‘',’',`',ʼ'".Split(',').Select(p => (p[0], p[1])))
            table[from] = to;
        table['Ё'] = 'е';
        table['ẞ'] = 's';
        for (var i = 0xff01; i <= 0xff5e; i++)
            table[i] = char.ToLowerInvariant((char)(i - 0xfee0));
        // A sign may fold to a letter that folds on (Å).
        for (var i = 0; i < table.Length; i++)
            table[i] = table[table[i]];
        return table;
    }
}
