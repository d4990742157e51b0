using Cica.Answers.Understanding;
using CsCheck;

namespace Cica.Answers.Tests.Understanding;

public sealed class StemmingTests
{
    [Theory]
    [InlineData("chair", "chairs", "chaired", "chairing")]
    [InlineData("member", "members", "member's")]
    [InlineData("country", "countries")]
    [InlineData("adopt", "adopts", "adopted", "adopting")]
    [InlineData("sign", "signs", "signed", "signing")]
    [InlineData("summit", "summits", "summit's")]
    [InlineData("propose", "proposes", "proposed", "proposing")]
    [InlineData("observer", "observers")]
    [InlineData("host", "hosts", "hosted", "hosting")]
    [InlineData("plan", "plans", "planned", "planning")]
    [InlineData("address", "addresses", "addressed")]
    [InlineData("measure", "measures")]
    [InlineData("саммит", "саммита", "саммиту", "саммитом", "саммите", "саммиты", "саммитов", "саммитам", "саммитах")]
    [InlineData("член", "члена", "члену", "членом", "члене", "члены", "членов", "членам", "членами", "членах")]
    [InlineData("государство", "государства", "государству", "государством", "государстве", "государствам", "государствами")]
    [InlineData("наблюдатель", "наблюдателя", "наблюдателю", "наблюдателем", "наблюдателе", "наблюдатели", "наблюдателей", "наблюдателями")]
    [InlineData("страна", "страны", "стране", "страну", "страной", "странам", "странами")]
    [InlineData("председатель", "председателя", "председателем", "председатели", "председателей")]
    [InlineData("председательство", "председательства", "председательству", "председательством", "председательстве")]
    [InlineData("документ", "документа", "документы", "документов", "документами")]
    [InlineData("мера", "меры", "мере", "меру", "мерой", "мерам", "мерами")]
    [InlineData("совещание", "совещания", "совещанию", "совещанием", "совещании")]
    [InlineData("декларация", "декларации", "декларацию", "декларацией")]
    [InlineData("секретариат", "секретариата", "секретариату", "секретариатом", "секретариате")]
    [InlineData("казахстан", "казахстана", "казахстану", "казахстаном", "казахстане")]
    [InlineData("турция", "турции", "турцию", "турцией")]
    [InlineData("монголия", "монголии", "монголию", "монголией")]
    [InlineData("подписать", "подписал", "подписала", "подписали", "подписано")]
    public void The_forms_of_one_word_meet(string word, params string[] forms)
    {
        var stem = Stemming.Stem(word);
        Assert.All(forms, form => Assert.Equal(stem, Stemming.Stem(form)));
    }

    [Theory]
    [InlineData("summit", "summer")]
    [InlineData("chair", "chat")]
    [InlineData("member", "memory")]
    [InlineData("мера", "мэр")]
    [InlineData("страна", "сторона")]
    [InlineData("член", "челнок")]
    public void Different_words_stay_apart(string one, string other) => Assert.NotEqual(Stemming.Stem(one), Stemming.Stem(other));

    [Fact]
    public void No_stem_is_empty_or_longer_than_its_word() =>
        Texts.Any.Sample(text =>
        {
            foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var folded = Folding.Fold(word);
                if (folded.Length > 0)
                    Assert.InRange(Stemming.Stem(folded).Length, 1, folded.Length);
            }
        });
}
