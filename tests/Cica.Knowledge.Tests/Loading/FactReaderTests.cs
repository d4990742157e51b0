using Cica.Knowledge.Tests.Support;

namespace Cica.Knowledge.Tests.Loading;

public sealed class FactReaderTests : IDisposable
{
    private readonly DataFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void An_unknown_subject_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "subject: summit-1", "subject: atlantis");
        data.Delete(DataFolder.Events).Write(DataFolder.Events, "[]");
        data.HasOneMistake(DataFolder.Facts, "atlantis", "unknown entity 'atlantis' in 'subject'");
    }

    [Fact]
    public void An_unknown_value_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "value: lowland", "value: atlantis");
        data.HasOneMistake(DataFolder.Facts, "atlantis", "'atlantis' is no known entity, number or date; words need a text in every language: { en: …, ru: … }");
    }

    [Fact]
    public void A_list_is_no_value()
    {
        data.Replace(DataFolder.Facts, "value: lowland", "value: [lowland, highland]");
        data.HasOneMistake(DataFolder.Facts, "value: [", "'value' must be an entity, a number, a date or a text in every language");
    }

    [Fact]
    public void An_unknown_entity_under_about_is_a_mistake_on_its_own_line()
    {
        data.Replace(DataFolder.Facts, "  sources: [study-2010/1-2]", "  about:\n    - forum\n    - atlantis\n  sources: [study-2010/1-2]");
        data.HasOneMistake(DataFolder.Facts, "- atlantis", "unknown entity 'atlantis' in 'about'");
    }

    [Fact]
    public void An_unknown_property_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "property: note", "property: colour");
        data.HasOneMistake(DataFolder.Facts, "colour", "unknown property 'colour'; properties.yaml lists them");
    }

    [Fact]
    public void Questions_of_a_fact_are_needed_in_every_language_or_in_none()
    {
        data.Replace(DataFolder.Facts, "  sources: [study-2010/1-2]", "  questions:\n    en: [\"Where is it?\"]\n  sources: [study-2010/1-2]");
        data.HasOneMistake(DataFolder.Facts, "en: [\"Where", "'questions' has none in 'ru'; every shipped language needs some");
    }

    [Fact]
    public void An_unknown_source_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "sources: [study-2010/1-2]", "sources:\n    - study-2010/1-2\n    - rumour-2003");
        data.HasOneMistake(DataFolder.Facts, "rumour-2003", "unknown source 'rumour-2003'; add it to sources.yaml");
    }

    [Fact]
    public void A_fact_without_sources_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "\n  sources: [study-2010/1-2]", "");
        data.HasOneMistake(DataFolder.Facts, "id: note-1", "'sources' is missing; every statement needs at least one");
    }

    [Fact]
    public void An_empty_list_of_sources_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "sources: [study-2010/1-2]", "sources: []");
        data.HasOneMistake(DataFolder.Facts, "sources: []", "no known source is named; every statement needs at least one");
    }

    [Fact]
    public void A_document_cited_by_paragraph_needs_the_paragraph()
    {
        data.Replace(DataFolder.Facts, "study-2010/1-2", "study-2010");
        data.HasOneMistake(DataFolder.Facts, "[study-2010]", "source 'study-2010' is cited by paragraph: write study-2010/N");
    }

    [Fact]
    public void Any_other_source_has_no_paragraphs()
    {
        data.Replace(DataFolder.Facts, "study-2010/1-2", "gazette-2002/3");
        data.HasOneMistake(DataFolder.Facts, "gazette-2002/3", "source 'gazette-2002' has no numbered paragraphs; write gazette-2002");
    }

    [Theory]
    [InlineData("study-2010/")]
    [InlineData("study-2010/end")]
    [InlineData("study-2010/1/2")]
    [InlineData("study-2010/-2")]
    [InlineData("study-2010/4-2")]
    [InlineData("study-2010/0")]
    public void A_paragraph_is_a_number_or_a_range_of_numbers(string citation)
    {
        data.Replace(DataFolder.Facts, "study-2010/1-2", citation);
        data.HasOneMistake(DataFolder.Facts, $"[{citation}]", $"'{citation}' names no paragraph: write study-2010/N or study-2010/N-M");
    }

    [Fact]
    public void A_citation_keeps_its_paragraph()
    {
        var facts = data.Load().Snapshot!;
        Assert.Equal("1-2", facts.FactById["note-1"].Sources[0].Paragraph);
        Assert.Null(facts.FactById["chair-1"].Sources[0].Paragraph);
    }

    [Fact]
    public void A_statement_missing_in_one_language_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, ", ru: \"Форум есть форум.\"", "");
        data.HasOneMistake(DataFolder.Facts, "say:", "'say' has no text in 'ru'; every shipped language needs one");
    }

    [Fact]
    public void A_value_in_words_missing_in_one_language_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "en: \"a forum\", ", "");
        data.HasOneMistake(DataFolder.Facts, "value: { ru:", "'value' has no text in 'en'; every shipped language needs one");
    }

    [Fact]
    public void A_text_in_a_language_that_is_not_shipped_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "ru: \"форум\"", "ru: \"форум\", de: \"ein Forum\"");
        data.HasOneMistake(DataFolder.Facts, "de:", "unknown key 'de'");
    }

    [Fact]
    public void A_property_without_a_template_needs_words()
    {
        data.Replace(DataFolder.Facts, "\n  say: { en: \"The Forum is a forum.\", ru: \"Форум есть форум.\" }", "");
        data.HasOneMistake(DataFolder.Facts, "id: note-1", "'say' is missing; property 'note' has no sentence of its own");
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-13")]
    [InlineData("26")]
    [InlineData("2026-6-4")]
    [InlineData("4 June 2002")]
    [InlineData("2026-06-04T10:00Z")]
    [InlineData("0000")]
    public void A_date_that_is_no_date_is_a_mistake(string date)
    {
        data.Replace(DataFolder.Facts, "from: 2010-06-08", $"from: {date}");
        data.HasOneMistake(DataFolder.Facts, $"from: {date}", $"'{date}' is no date: write YYYY, YYYY-MM or YYYY-MM-DD");
    }

    [Theory]
    [InlineData("2002-06-03")]
    [InlineData("2002-05")]
    [InlineData("2001")]
    [InlineData("2002-06-04")]
    public void A_fact_that_ends_no_later_than_it_begins_is_a_mistake(string until)
    {
        data.Replace(DataFolder.Facts, "until: 2010-06-08", $"until: {until}");
        data.HasOneMistake(DataFolder.Facts, $"until: {until}", $"'until' ({until}) is not after 'from' (2002-06-04)");
    }

    [Fact]
    public void A_fact_may_begin_and_end_within_the_year_or_month_that_is_known()
    {
        data.Replace(DataFolder.Facts, "until: 2010-06-08", "until: 2002");
        data.HasNoMistake();
    }

    [Fact]
    public void A_fact_that_ended_before_it_is_first_known_to_hold_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "  from: 2002-06-04\n  until: 2010-06-08", "  by: 2012\n  until: 2010-06-08");
        data.HasOneMistake(DataFolder.Facts, "until:", "'until' (2010-06-08) is not after 'by' (2012)");
    }

    [Fact]
    public void A_fact_has_a_first_day_or_a_latest_first_day_but_not_both()
    {
        data.Replace(DataFolder.Facts, "from: 2010-06-08", "from: 2010-06-08\n  by: 2011");
        data.HasOneMistake(DataFolder.Facts, "by: 2011", "'by' stands in for an unknown 'from'; give one of the two");
    }

    [Fact]
    public void An_unknown_status_is_a_mistake_that_lists_the_right_ones()
    {
        data.Replace(DataFolder.Facts, "property: note", "property: note\n  status: rumoured");
        data.HasOneMistake(DataFolder.Facts, "rumoured", "'status' is 'rumoured', but must be one of in-force, planned, proposed, ended, disputed, opinion");
    }

    [Fact]
    public void An_opinion_without_its_author_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "property: note", "property: note\n  status: opinion");
        data.HasOneMistake(DataFolder.Facts, "id: note-1", "an opinion needs its 'author'");
    }

    [Fact]
    public void An_unknown_author_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "property: note", "property: note\n  status: proposed\n  author: nobody");
        data.HasOneMistake(DataFolder.Facts, "nobody", "unknown entity 'nobody' in 'author'");
    }

    [Fact]
    public void A_misspelt_key_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "until: 2010-06-08", "untill: 2010-06-08");
        Assert.Contains($"{DataFolder.Facts}:{data.Line(DataFolder.Facts, "untill")}: unknown key 'untill'", data.Lines());
    }

    [Fact]
    public void A_key_that_stands_twice_is_a_mistake()
    {
        data.Replace(DataFolder.Facts, "from: 2010-06-08", "from: 2010-06-08\n  from: 2010-06-09");
        data.HasOneMistake(DataFolder.Facts, "2010-06-09", "key 'from' stands twice; keep one");
    }

    [Fact]
    public void An_id_that_stands_twice_is_a_mistake_that_names_both_places()
    {
        data.Write("facts/more.yaml", data.Read(DataFolder.Facts).Split("- id: chair-2")[0].Replace("from: 2002-06-04\n  until: 2010-06-08", "from: 1990\n  until: 1991", StringComparison.Ordinal));
        data.HasOneMistake("facts/more.yaml", "id: chair-1", "id 'chair-1' stands twice; the other is at facts/facts.yaml:1");
    }

    [Theory]
    [InlineData("Note 1")]
    [InlineData("note/1")]
    [InlineData("заметка")]
    [InlineData("note--1")]
    public void An_id_that_cannot_be_typed_or_linked_is_a_mistake(string id)
    {
        data.Replace(DataFolder.Facts, "id: note-1", $"id: {id}");
        data.HasOneMistake(DataFolder.Facts, $"id: {id}", $"the id '{id}' must consist of lowercase letters, digits and single hyphens");
    }

    [Fact]
    public void Every_mistake_of_one_entry_is_told_at_once()
    {
        data.Append(DataFolder.Facts, """
            - subject: atlantis
              property: colour
              value: nowhere
              from: 2020-02-30
              status: odd
              author: nobody
              about: [none]
              title: { en: only }
              keywords: { ru: только }
              typo: 1
            """);
        var reasons = data.Load().Problems.Select(p => p.Reason).ToArray();
        Assert.Equal(
            [
                "'id' is missing",
                "unknown entity 'atlantis' in 'subject'",
                "'sources' is missing; every statement needs at least one",
                "unknown property 'colour'; properties.yaml lists them",
                "'nowhere' is no known entity, number or date; words need a text in every language: { en: …, ru: … }",
                "'2020-02-30' is no date: write YYYY, YYYY-MM or YYYY-MM-DD",
                "'status' is 'odd', but must be one of in-force, planned, proposed, ended, disputed, opinion",
                "unknown entity 'nobody' in 'author'",
                "unknown entity 'none' in 'about'",
                "'title' has no text in 'ru'; every shipped language needs one",
                "'keywords' has no text in 'en'; every shipped language needs one",
                "unknown key 'typo'",
            ],
            reasons);
    }

    [Fact]
    public void A_value_is_an_entity_a_number_a_date_or_words()
    {
        data.Append(DataFolder.Facts, Note("with-number", "28") + Note("with-share", "90.5") + Note("with-month", "2026-10"));
        var facts = data.Load().Snapshot!.FactById;
        Assert.Equal("lowland", facts["chair-1"].Value!.Entity!.Id);
        Assert.Equal("форум", facts["note-1"].Value!.Text!["ru"]);
        Assert.Equal(28m, facts["with-number"].Value!.Number);
        Assert.Equal(90.5m, facts["with-share"].Value!.Number);
        Assert.Equal("2026-10", facts["with-month"].Value!.Date.ToString());
    }

    [Fact]
    public void Four_digits_are_a_year_only_as_the_value_of_a_planned_date()
    {
        data.Append(DataFolder.Facts, Note("count", "2026") + Note("plan", "2026", "planned-date"));
        var facts = data.Load().Snapshot!.FactById;
        Assert.Equal(2026m, facts["count"].Value!.Number);
        Assert.Equal("2026", facts["plan"].Value!.Date.ToString());
    }

    [Fact]
    public void A_fact_is_confirmed_by_its_newest_source_unless_it_says_otherwise()
    {
        data.Append(DataFolder.Facts, Note("both", "1").Replace("[gazette-2002]", "[gazette-2002, study-2010/3]", StringComparison.Ordinal));
        var facts = data.Load().Snapshot!.FactById;
        Assert.Equal("2010", facts["both"].Confirmed.ToString());
        Assert.Equal("2002-06-05", facts["chair-1"].Confirmed.ToString());
    }

    private static string Note(string id, string value, string property = "note") =>
        $"- {{ id: {id}, subject: forum, property: {property}, value: {value}, sources: [gazette-2002], say: {{ en: a, ru: б }} }}\n";
}
