using System.Security.Cryptography;
using Catalog.Core.Storage;
using Catalog.Tests.Support;

namespace Catalog.Tests.Core.Storage;

public sealed class FileStoreTests
{
    private static readonly byte[] Bytes = "id,calle\n1,Defensa\n"u8.ToArray();

    [Test]
    public async Task EqualBytes_AreStoredOnce()
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        var first = await Store(store, Bytes);
        var second = await Store(store, Bytes);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.EqualTo(new StoredBytes(Convert.ToHexStringLower(SHA256.HashData(Bytes)), Bytes.Length, New: true)));
            Assert.That(second, Is.EqualTo(first with { New = false }));
            Assert.That(await File.ReadAllBytesAsync(store.PathOf(first.Sha256)), Is.EqualTo(Bytes));
            Assert.That(FilesIn(folder), Is.EqualTo(new[] { first.Sha256 }));
        }
    }

    [Test]
    public async Task EmptyFile_IsAFileToo()
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        var stored = await Store(store, []);
        using var opened = store.Open(stored.Sha256);
        Assert.That((stored.Size, store.Contains(stored.Sha256), opened.Length), Is.EqualTo((0L, true, 0L)));
    }

    [TestCase(19, true)]
    [TestCase(18, false)]
    public async Task FileOverTheLimit_LeavesNothing(long limit, bool fits)
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        if (fits) await Store(store, Bytes, limit);
        else Assert.That(async () => await Store(store, Bytes, limit), Throws.InstanceOf<FileTooLargeException>().With.Property(nameof(FileTooLargeException.MaxBytes)).EqualTo(limit));
        Assert.That(FilesIn(folder).Count, Is.EqualTo(fits ? 1 : 0));
    }

    [Test]
    public void StreamThatBreaksOff_LeavesNoName()
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        Assert.That(async () => await store.StoreAsync(new BreakingStream(), 1000, TimeSpan.FromMinutes(1), CancellationToken.None), Throws.InstanceOf<IOException>());
        Assert.That(FilesIn(folder), Is.Empty);
    }

    [Test]
    public void StreamThatStalls_IsGivenUp()
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        Assert.That(async () => await store.StoreAsync(new SilentStream(), 1000, TimeSpan.FromMilliseconds(20), CancellationToken.None), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(FilesIn(folder), Is.Empty);
    }

    // What a killed process leaves: a partial file without a name, which nobody ever takes for a whole one.
    [Test]
    public async Task LeftoverOfACrash_IsNoFileOfTheStore()
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        folder.Write(Path.Combine("files", "incoming", "leftover"), "id,ca");
        var stored = await Store(new FileStore(folder.Path), Bytes);
        Assert.That(store.Contains(stored.Sha256), Is.True);
    }

    [Test]
    public async Task SameBytesFromManyAtOnce_AreStoredWhole()
    {
        using var folder = new TempFolder();
        var store = new FileStore(folder.Path);
        var large = new byte[300_000];
        new Random(7).NextBytes(large);
        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store(store, large))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stored.Select(s => s.Sha256).Distinct().Count(), Is.EqualTo(1));
            Assert.That(stored.Count(s => s.New), Is.EqualTo(1));
            Assert.That(await File.ReadAllBytesAsync(store.PathOf(stored[0].Sha256)), Is.EqualTo(large));
            Assert.That(FilesIn(folder), Has.Count.EqualTo(1));
        }
    }

    private static Task<StoredBytes> Store(FileStore store, byte[] bytes, long limit = 10_000_000) =>
        store.StoreAsync(new MemoryStream(bytes), limit, TimeSpan.FromMinutes(1), CancellationToken.None);

    private static List<string> FilesIn(TempFolder folder) => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f))];

    private sealed class BreakingStream : MemoryStream
    {
        private bool _begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_begun) throw new IOException("The connection broke off.");
            _begun = true;
            buffer.Span[..5].Fill(65);
            return ValueTask.FromResult(5);
        }
    }

    private sealed class SilentStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
