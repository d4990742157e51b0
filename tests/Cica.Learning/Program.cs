using Cica.Answers;
using Cica.Answers.Finding;
using Cica.Answers.Finding.Vectors;
using Cica.Answers.Tests;
using Cica.Knowledge.Querying;
using Cica.Learning;
using Cica.Learning.Learning;
using Cica.Learning.Lessons;

// Learns src/Cica.Answers/Finding/Vectors/vectors.bin and src/Cica.Answers/Finding/weights.txt anew. The test split of the exam is never learnt from nor measured on.
//   dotnet run -c Release --project tests/Cica.Learning
if (args.Length > 0)
{
    Console.Error.WriteLine("usage: dotnet run -c Release --project tests/Cica.Learning");
    return 2;
}
var heldOut = new HeldOut(RealData.Knowledge);
var (restVectors, vectors) = (Vectors(heldOut.Rest, null), Vectors(RealData.Knowledge, VectorsFile.Path));
Console.WriteLine($"Written: {VectorsFile.Path}");

Console.WriteLine("Scope: which questions are not for the facts; measured on a fifth that was not learnt from.");
var scoping = Folds.Shuffled(ScopeLessons.Read(new AnswerEngine(RealData.Knowledge, Learnt.Nothing)));
var (unseen, seen) = Folds.Split(scoping, 0);
Figures.Print(unseen, ScopeLearning.Learn(seen));
ScopeFile.Write(ScopeLearning.Learn(scoping));
// Those who are judged below must not have been learnt from.
var scope = ScopeLearning.Learn([.. scoping.Where(l => !l.IsPeoples)]);
Console.WriteLine($"Written: {ScopeFile.Path}");

Console.WriteLine("Ranking: which statement fits a question best; measured on a fifth that was not learnt from.");
var ranking = Folds.Shuffled(RankingLessons.Read(heldOut, new AnswerEngine(heldOut.Rest, Learnt.Nothing with { Vectors = restVectors }), new AnswerEngine(RealData.Knowledge, Learnt.Nothing with { Vectors = vectors })));
var (measured, learnt) = Folds.Split(ranking, 0);
var some = Ranking.Learn(learnt);
Figures.Print([.. measured.Select(lesson => (lesson, some))]);
var fit = WeightsFile.Rounded(Ranking.Learn(ranking));
// Conversations go on as they should only with a ranking; so follow-ups are learnt from in a second round.
var followUps = RankingLessons.ReadFollowUps(new AnswerEngine(RealData.Knowledge, new Learnt(Unjudged(fit), vectors, scope)));
Console.WriteLine($"{followUps.Count} follow-ups learnt from as well");
fit = WeightsFile.Rounded(Ranking.Learn([.. ranking, .. followUps]));

Console.WriteLine($"Judging: which answer to give, if any; shares in percent, cross-validated over {Folds.Count} folds.");
var unjudged = Unjudged(fit);
var judging = Folds.Shuffled(
[
    .. JudgingLessons.Read(new AnswerEngine(RealData.Knowledge, new Learnt(unjudged, vectors, scope))),
    .. JudgingLessons.Read(new AnswerEngine(heldOut.Rest, new Learnt(unjudged, restVectors, scope)), heldOut),
    .. Enumerable.Range(0, Folds.Count).SelectMany(Strangers),
]);
Figures.Print(Folds.CrossValidate(judging, Judging.Learn));
WeightsFile.Write(new Weights(fit, Judging.Learn(judging)));
Console.WriteLine($"Written: {WeightsFile.Path}");
return 0;

// Each fifth of the questions that are none of the facts', judged by a scope that was not learnt from it.
IReadOnlyList<JudgingLesson> Strangers(int fold)
{
    var (strange, known) = Folds.Split(scoping, fold);
    var engine = new AnswerEngine(RealData.Knowledge, new Learnt(unjudged, vectors, ScopeLearning.Learn([.. known.Where(l => !l.IsPeoples)])));
    return JudgingLessons.Read(engine, strange.Where(l => l.Affair != Affair.Ours && !l.IsPeoples).Select(l => l.Text));
}

static Weights Unjudged(float[] fit) => new(fit, Network.None);

static WordVectors Vectors(KnowledgeSnapshot knowledge, string? path)
{
    var reader = new AnswerEngine(knowledge, Learnt.Nothing);
    var (clues, values) = VectorLearning.Vectors(PointingLessons.Read(reader));
    return VectorsFile.Write(clues, values, path);
}
