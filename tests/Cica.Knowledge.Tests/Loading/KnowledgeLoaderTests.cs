using System.Text;
using Cica.Knowledge.Loading;
using Cica.Knowledge.Tests.Support;
using CsCheck;

namespace Cica.Knowledge.Tests.Loading;

public sealed class KnowledgeLoaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Good_data_loads_without_a_word() => data.HasNoMistake();

    [Fact]
    public void A_missing_data_directory_is_a_mistake()
    {
        var nowhere = Path.Combine(data.Path, "nowhere");
        var result = KnowledgeLoader.Load(nowhere, DataFolder.Today);
        Assert.Null(result.Snapshot);
        Assert.Equal($"{nowhere}:1: the data directory does not exist", Assert.Single(result.Problems).ToString());
    }

    [Theory]
    [InlineData(DataFolder.World)]
    [InlineData(DataFolder.Events)]
    public void A_missing_file_is_a_mistake(string file)
    {
        data.Delete(file);
        data.HasOneMistake(file, "", "the file is missing");
    }

    [Theory]
    [InlineData(DataFolder.Sources)]
    [InlineData(DataFolder.Properties)]
    public void A_missing_file_that_others_point_into_is_told_among_what_it_breaks(string file)
    {
        data.Delete(file);
        Assert.Contains($"{file}:1: the file is missing", data.Lines());
    }

    [Theory]
    [InlineData("articles")]
    [InlineData("languages")]
    public void A_missing_folder_is_a_mistake(string folder)
    {
        data.DeleteFolder(folder);
        data.HasOneMistake(folder, "", $"the folder '{folder}' is missing");
    }

    [Fact]
    public void Missing_English_is_a_mistake()
    {
        data.Delete(DataFolder.English);
        data.HasOneMistake(DataFolder.English, "", "the file is missing; English is what every other language falls back to");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet")]
    public void An_emptied_file_is_a_mistake(string text)
    {
        data.Write(DataFolder.Articles, text);
        data.HasOneMistake(DataFolder.Articles, "", "the file is empty; write [] if nothing is to stand in it");
    }

    [Fact]
    public void A_file_may_say_that_nothing_stands_in_it()
    {
        data.Write(DataFolder.Articles, "[]");
        data.HasNoMistake();
    }

    [Theory]
    [InlineData("facts/more.yml", "rename it to more.yaml: only such files are read")]
    [InlineData("facts/old/more.yaml", "move it up: only files that lie flat in 'facts' are read")]
    public void A_file_that_would_not_be_read_is_a_mistake(string file, string reason)
    {
        data.Write(file, "[]");
        data.HasOneMistake(file, "", reason);
    }

    [Fact]
    public void What_editors_leave_lying_about_is_no_data()
    {
        data.Write("facts/.#facts.yaml", "{").Write("facts/.facts.yaml.swp", "{").Write("facts/facts.yaml~", "{").Write("facts/notes.txt", "{");
        data.HasNoMistake();
    }

    [Fact]
    public void Broken_YAML_is_a_mistake_with_its_line()
    {
        data.Replace(DataFolder.Articles, "about: [forum]", "about: [forum");
        var problem = Assert.Single(data.Load().Problems);
        Assert.Equal(DataFolder.Articles, problem.Place.File);
        Assert.InRange(problem.Place.Line, data.Line(DataFolder.Articles, "about:"), data.Line(DataFolder.Articles, "about:") + 1);
        Assert.StartsWith("this is no valid YAML: ", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tab_as_indentation_is_broken_YAML_on_that_line()
    {
        data.Replace(DataFolder.Articles, "  about: [forum]", "\tabout: [forum]");
        var problem = Assert.Single(data.Load().Problems);
        Assert.Equal(new(DataFolder.Articles, data.Line(DataFolder.Articles, "about:")), problem.Place);
    }

    [Theory]
    [InlineData("id: stray\n")]
    [InlineData("---\n- id: stray\n")]
    [InlineData("...\n---\n- id: stray\n")]
    public void What_stands_after_the_list_is_not_silently_left_out(string stray)
    {
        data.Append(DataFolder.Articles, stray);
        var problem = Assert.Single(data.Load().Problems);
        Assert.Equal(DataFolder.Articles, problem.Place.File);
        Assert.InRange(problem.Place.Line, data.Line(DataFolder.Articles, "study-2010/4") + 1, data.Line(DataFolder.Articles, "id: stray"));
        Assert.StartsWith("this is no valid YAML: ", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(100_000)]
    public void Values_nested_too_deeply_are_a_mistake(int depth)
    {
        data.Write(DataFolder.Articles, new string('[', depth) + new string(']', depth));
        data.HasOneMistake(DataFolder.Articles, "", "this is no valid YAML: values are nested too deeply");
    }

    [Fact]
    public void Aliases_of_YAML_are_a_mistake()
    {
        data.Replace(DataFolder.Articles, "about: [forum]", "about: *forum");
        data.HasOneMistake(DataFolder.Articles, "*forum", "this is no valid YAML: anchors and aliases are not used in these files");
    }

    [Theory]
    [InlineData("id: alone", "the file must be a list of entries, each beginning with '- id: …'")]
    [InlineData("- alone", "each entry must have keys, beginning with 'id: …'")]
    public void A_file_of_another_shape_is_a_mistake(string text, string reason)
    {
        data.Write(DataFolder.Articles, text);
        data.HasOneMistake(DataFolder.Articles, "", reason);
    }

    [Fact]
    public void A_file_that_is_not_UTF8_is_a_mistake_with_the_line_of_the_first_strange_byte()
    {
        var bytes = Encoding.UTF8.GetBytes(data.Read(DataFolder.Articles));
        bytes[Array.IndexOf(bytes, (byte)0xD0)] = 0xFF;
        data.WriteBytes(DataFolder.Articles, bytes);
        data.HasOneMistake(DataFolder.Articles, "ru:", "the file is not saved as UTF-8");
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        data.WriteBytes(DataFolder.Articles, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(data.Read(DataFolder.Articles))]);
        data.HasNoMistake();
    }

    [Fact]
    public void All_mistakes_are_gathered_in_the_order_of_files_and_lines()
    {
        data.Replace(DataFolder.Facts, "value: highland", "value: atlantis");
        data.Replace(DataFolder.Facts, "from: 2010-06-08", "from: 2010-06-31");
        data.Replace(DataFolder.Entities, "gender: m", "gender: x");
        data.Replace(DataFolder.Events, "status: held", "status: over");
        data.Replace(DataFolder.Articles, "about: [forum]", "abut: [forum]");
        var result = data.Load();
        Assert.Null(result.Snapshot);
        Assert.Equal(
            [DataFolder.Articles, DataFolder.Entities, DataFolder.Events, DataFolder.Facts, DataFolder.Facts],
            result.Problems.Select(p => p.Place.File));
        Assert.True(result.Problems[3].Place.Line < result.Problems[4].Place.Line);
    }

    [Fact]
    public void Errors_never_depend_on_today()
    {
        data.Replace(DataFolder.Facts, "value: highland", "value: atlantis\n  expected-end: 2015");
        data.Append(DataFolder.Events, "- { id: e, kind: meeting, title: { en: a, ru: б }, start: 2020-13, zone: Asia/Baku, status: planned, sources: [gazette-2002] }");
        var errors = Errors(DataFolder.Today);
        Assert.Equal(2, errors.Length);
        Gen.Int[0, DateOnly.MaxValue.DayNumber].Sample(day => Assert.Equal(errors, Errors(DateOnly.FromDayNumber(day))), iter: 30, threads: 1);

        string[] Errors(DateOnly today) => [.. data.Load(today).Problems.Where(p => !p.IsWarning).Select(p => p.ToString())];
    }

    [Fact]
    public void Mangled_data_is_described_and_never_thrown()
    {
        string[] files = [DataFolder.Facts, DataFolder.Entities, DataFolder.Articles, DataFolder.Sources, DataFolder.Properties, DataFolder.Events, DataFolder.World, DataFolder.English];
        var good = files.Select(data.Read).ToArray();
        string[] noise = ["", " ", "\n", "\t", ":", "- ", "[", "]", "{", "}", "\"", "'", "|", "&a ", "*a ", "!t ", "? ", "#", "---\n", "%", "\0", "9999-12", "ё"];
        Gen.Select(Gen.Int[0, files.Length - 1], Gen.Double[0, 1], Gen.Int[0, 12], Gen.Int[0, noise.Length - 1]).Sample(
            (file, at, cut, insert) =>
            {
                var text = good[file];
                var start = (int)(at * (text.Length - 1));
                data.Write(files[file], text.Remove(start, Math.Min(cut, text.Length - start)).Insert(start, noise[insert]));
                var result = data.Load();
                data.Write(files[file], good[file]);
                Assert.Equal(result.Snapshot is null, result.Problems.Any(p => !p.IsWarning));
                Assert.All(result.Problems, p => Assert.True(p.Place.Line >= 1));
            },
            iter: 300,
            threads: 1);
    }
}
