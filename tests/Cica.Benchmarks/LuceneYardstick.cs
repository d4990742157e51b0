using Cica.Answers.Composing;
using Cica.Knowledge.Querying;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace Cica.Benchmarks;

/// <summary>
/// A general full-text search over the same statements (BM25; one document for each fact or article in each language): what
/// finding without understanding costs and reaches.
/// </summary>
internal sealed class LuceneYardstick : IDisposable
{
    private readonly Dictionary<string, Shelf> shelves = [];

    public LuceneYardstick(KnowledgeSnapshot knowledge)
    {
        var sentences = Sentences.For(knowledge);
        foreach (var language in knowledge.Languages.Select(l => l.Code))
        {
            var texts = knowledge.Facts.Select(f => sentences[language].AllWords(f) + "\n" + f.Keywords?[language])
                .Concat(knowledge.Articles.Select(a => a.Title[language] + "\n" + a.Text[language] + "\n" + string.Join('\n', a.Questions[language])));
            shelves[language] = new Shelf(language == "ru" ? new RussianAnalyzer(LuceneVersion.LUCENE_48) : new EnglishAnalyzer(LuceneVersion.LUCENE_48), texts);
        }
    }

    /// <summary>The text of the best hit, or null.</summary>
    public string? Ask(AskedQuestion question) => shelves[question.Language == "ru" ? "ru" : "en"].Best(question.Question.Text);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var shelf in shelves.Values)
            shelf.Dispose();
    }

    private sealed class Shelf : IDisposable
    {
        private readonly RAMDirectory directory = new();
        private readonly Analyzer analyzer;
        private readonly DirectoryReader reader;
        private readonly IndexSearcher searcher;
        private readonly QueryBuilder queries;

        public Shelf(Analyzer analyzer, IEnumerable<string> texts)
        {
            this.analyzer = analyzer;
            var similarity = new BM25Similarity();
            using (var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { Similarity = similarity }))
            {
                foreach (var text in texts)
                    writer.AddDocument([new TextField("text", text, Field.Store.YES)]);
                writer.ForceMerge(1);
            }
            reader = DirectoryReader.Open(directory);
            searcher = new IndexSearcher(reader) { Similarity = similarity };
            queries = new QueryBuilder(analyzer);
        }

        public string? Best(string question)
        {
            var query = queries.CreateBooleanQuery("text", question);
            var hits = query is null ? [] : searcher.Search(query, 1).ScoreDocs;
            return hits.Length == 0 ? null : searcher.Doc(hits[0].Doc).Get("text", System.Globalization.CultureInfo.InvariantCulture);
        }

        public void Dispose()
        {
            reader.Dispose();
            analyzer.Dispose();
            directory.Dispose();
        }
    }
}
