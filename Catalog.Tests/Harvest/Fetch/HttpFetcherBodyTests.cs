using System.Text;
using Catalog.Core.Storage;
using Catalog.Harvest.Fetch;
using Catalog.Tests.Support;

namespace Catalog.Tests.Harvest.Fetch;

public sealed class HttpFetcherBodyTests : Fetching
{
    private const int Size = 300_000;

    [Test]
    public async Task NoFirstByteInTime_IsATimeout()
    {
        Portal["/a.csv"] = Large() with { FirstByte = new TaskCompletionSource().Task };
        using var impatient = new HttpFetcher(Impatient);

        var (result, _) = await DownloadAsync("/a.csv", fetcher: impatient);

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Timeout));
    }

    [Test]
    public async Task SilenceInTheMiddle_IsATimeout([Values(0, 1000, Size - 1)] int after, [Values] bool chunked)
    {
        Portal["/a.csv"] = Large() with { StallAfter = after, Chunked = chunked };
        using var impatient = new HttpFetcher(Impatient);

        var (result, _) = await DownloadAsync("/a.csv", fetcher: impatient);

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Timeout));
    }

    [Test]
    public async Task BodyThatBreaksOff_IsAFailure([Values(0, 1000, Size - 1)] int after, [Values] bool chunked)
    {
        Portal["/a.csv"] = Large() with { CutAfter = after, Chunked = chunked };

        var (result, _) = await DownloadAsync("/a.csv");

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Unreachable));
    }

    [Test]
    public async Task BodyPastTheLimit_IsTooLarge([Values] bool chunked, [Values] bool gzip)
    {
        Portal["/a.csv"] = Large() with { Chunked = chunked, Gzip = gzip };

        var (result, bytes) = await DownloadAsync("/a.csv", maxBytes: Size - 1);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.TooLarge));
            Assert.That(bytes, Has.Length.LessThan(Size));
        }
    }

    [Test]
    public async Task BodyOfExactlyTheLimit_IsTaken([Values] bool chunked, [Values] bool gzip)
    {
        var answer = Large() with { Chunked = chunked, Gzip = gzip };
        Portal["/a.csv"] = answer;

        var (result, bytes) = await DownloadAsync("/a.csv", maxBytes: Size);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result, Is.InstanceOf<FetchResult.Done>());
            Assert.That(bytes, Is.EqualTo(answer.Body));
        }
    }

    [TestCase("gzip")]
    [TestCase("deflate")]
    [TestCase("br")]
    public async Task DamagedCompression_IsAFailure(string encoding)
    {
        Portal["/a.csv"] = FakeAnswer.Text("this was never compressed, whatever the header says") with { Headers = new Dictionary<string, string> { ["Content-Encoding"] = encoding } };

        var (result, _) = await DownloadAsync("/a.csv");

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Unreachable));
    }

    [Test]
    public async Task CompressionThatBreaksOff_IsAFailure([Values] bool chunked)
    {
        Portal["/a.csv"] = Large() with { Gzip = true, Chunked = chunked, CutAfter = 500 };

        var (result, _) = await DownloadAsync("/a.csv");

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Unreachable));
    }

    [Test]
    public async Task WholeAnswerWithHalfACompression_IsAFailure()
    {
        using var output = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(output, System.IO.Compression.CompressionLevel.Fastest)) gzip.Write(Large().Body);
        Portal["/a.csv"] = new FakeAnswer { Body = output.ToArray()[..(int)(output.ToArray().Length / 2)], Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip" } };

        var (result, _) = await DownloadAsync("/a.csv");

        Assert.That(CodeOf(result), Is.EqualTo(FetchCodes.Unreachable));
    }

    [Test]
    public void FaultOfTheDisk_IsNoResultOfTheNetwork()
    {
        Portal["/a.csv"] = Large();

        Assert.That(async () => await Fetcher.GetAsync(Portal.At("/a.csv"), Source(), null, null, (_, _) => throw new IOException("disk full"), CancellationToken.None),
            Throws.InstanceOf<IOException>().With.Message.EqualTo("disk full"));
    }

    [Test]
    public void CallerThatCancels_GetsNoResult()
    {
        Portal["/a.csv"] = Large() with { StallAfter = 10 };
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(0.1));

        Assert.That(async () => await Fetcher.DownloadAsync(Portal.At("/a.csv"), Source(), Stream.Null, Size, stop.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task FailedRequests_GiveTheirPlaceInTheQueueBack()
    {
        Portal["/bad"] = Large() with { CutAfter = 10 };
        Portal["/good"] = Large();
        for (var i = 0; i < 5; i++) await DownloadAsync("/bad");

        var (result, _) = await DownloadAsync("/good");

        Assert.That(result, Is.InstanceOf<FetchResult.Done>());
    }

    [Test]
    public async Task TransferThatBreaksOff_LeavesNothingInTheStore([Values] bool stall)
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        Portal["/a.csv"] = stall ? Large() with { StallAfter = 200_000 } : Large() with { CutAfter = 200_000 };

        var result = await Fetcher.GetAsync(Portal.At("/a.csv"), Source(), null, null, (body, ct) => store.StoreAsync(body, Size, Impatient.StallTimeout, ct), CancellationToken.None);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(CodeOf(result), Is.EqualTo(stall ? FetchCodes.Timeout : FetchCodes.Unreachable));
            Assert.That(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories), Is.Empty);
        }
    }

    private async Task<(FetchResult Result, byte[] Bytes)> DownloadAsync(string path, long maxBytes = Size, HttpFetcher? fetcher = null)
    {
        using var target = new MemoryStream();
        var result = await (fetcher ?? Fetcher).DownloadAsync(Portal.At(path), Source(), target, maxBytes, CancellationToken.None);
        return (result, target.ToArray());
    }

    private static FakeAnswer Large() => FakeAnswer.Text(string.Concat(Enumerable.Range(0, Size / 10).Select(n => $"{n,9}\n"))) is var answer && answer.Body.Length == Size
        ? answer
        : throw new InvalidOperationException(Encoding.UTF8.GetString(answer.Body[..10]));
}
