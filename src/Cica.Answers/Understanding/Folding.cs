using System.Globalization;
using System.Text;

namespace Cica.Answers.Understanding;

/// <summary>Makes letters comparable: lower case, no diacritics, ё as е; й stays й.</summary>
internal static class Folding
{
    private static readonly char[] Table = Build();

    /// <summary>The comparable form of a letter; 0 for a combining mark, which vanishes.</summary>
    public static char Fold(char c) => Table[c];

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
            // Latin letters with diacritics; Cyrillic й is a letter of its own and stays.
            if (c is > '\u007f' and < '\u0250' or > '\u1dff' and < '\u1f00' && char.IsLetter(c))
            {
                var plain = c.ToString().Normalize(NormalizationForm.FormD)[0];
                table[i] = char.ToLowerInvariant(plain);
            }
        }
        foreach (var (from, to) in "ёе,ıi,İi,əe,Əe,øo,Øo,łl,Łl,đd,Đd,ßs,æe,Æe,‘',’',`',ʼ'".Split(',').Select(p => (p[0], p[1])))
            table[from] = to;
        table['Ё'] = 'е';
        for (var i = 0xff01; i <= 0xff5e; i++)
            table[i] = char.ToLowerInvariant((char)(i - 0xfee0));
        return table;
    }
}
