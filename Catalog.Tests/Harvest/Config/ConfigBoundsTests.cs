using System.Text;
using Catalog.Harvest.Config;
using Catalog.Tests.Support;
using CsCheck;

namespace Catalog.Tests.Harvest.Config;

/// <summary>No file, however broken or hostile, is answered with anything but a result.</summary>
public sealed class ConfigBoundsTests
{
    [Test]
    public void BrokenFile_NeverThrows()
    {
        using var folder = ConfigSamples.Folder();
        var path = folder.Combine("harvest.yaml");
        var good = Encoding.UTF8.GetBytes(ConfigSamples.Everything);
        var alphabet = Encoding.UTF8.GetBytes(" \n\t\r:-[]{}&*!|>'\"%@`#,?~$\\0a\u00f1");
        Gen.Select(Gen.Int[0, good.Length], Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, alphabet.Length - 1], Gen.Int[0, 2]).Array[0, 6]).Sample((length, edits) =>
        {
            var bytes = good.ToList();
            foreach (var (at, with, how) in edits)
            {
                var i = Math.Min(at, bytes.Count - 1);
                if (how == 0) bytes[i] = alphabet[with];
                else if (how == 1) bytes.Insert(i, alphabet[with]);
                else bytes.RemoveAt(i);
            }
            File.WriteAllBytes(path, [.. bytes.Take(length)]);
            var result = HarvestConfigLoader.Load(path, ConfigSamples.Environment);
            return result.Config is null != (result.Errors.Count == 0) && result.Errors.All(e => e.Line > 0 && e.Column > 0 && !e.Message.Contains('\n') && !e.ToString().Contains(ConfigSamples.Secret));
        // The first case is one that once threw: the parser ended in the middle of a map.
        }, seed: "dPBs6DfY7FZ1", iter: 2000, threads: 1);
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    [TestCase("? ")]
    public void DeepNesting_IsRefusedAtOnce(string opening)
    {
        var error = Only(string.Concat(Enumerable.Repeat(opening, 1_000_000 / opening.Length)));
        Assert.That(error.Code, Is.EqualTo(ConfigErrorCodes.TooDeep).Or.EqualTo(ConfigErrorCodes.YamlSyntax));
    }

    [Test]
    public void AliasesOfAliases_AreCountedExpanded()
    {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 12; i++) yaml.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n");
        Assert.That(Only(yaml.ToString()).Code, Is.EqualTo(ConfigErrorCodes.TooManyValues));
    }

    [Test]
    public void AliasThatNestsTooDeeply_IsRefused()
    {
        var yaml = "a: &a " + new string('[', 20) + "x" + new string(']', 20) + "\nb: " + new string('[', 20) + "*a" + new string(']', 20);
        Assert.That(Only(yaml).Code, Is.EqualTo(ConfigErrorCodes.TooDeep));
    }

    [Test]
    public void MoreThanAMebibyte_IsRefusedUnread() =>
        Assert.That(Only(ConfigSamples.Least + new string('#', HarvestConfigLoader.MaxBytes)).Code, Is.EqualTo(ConfigErrorCodes.FileTooLarge));

    [Test]
    public void BytesThatAreNotUtf8_AreToldWithTheirPlace()
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder.Combine("a.yaml"), [.. "a: b\nc: "u8, 0xF1, .. "o\n"u8]);
        var error = HarvestConfigLoader.Load(folder.Combine("a.yaml")).Errors.Single();
        Assert.That((error.Code, error.Line, error.Column), Is.EqualTo((ConfigErrorCodes.NotUtf8, 2, 4)));
    }

    [Test]
    public void MissingFile_IsAnError()
    {
        using var folder = new TempFolder();
        var error = HarvestConfigLoader.Load(folder.Combine("nothing.yaml")).Errors.Single();
        Assert.That((error.Code, error.Hint), Is.EqualTo((ConfigErrorCodes.FileMissing, "looked for " + folder.Combine("nothing.yaml"))));
    }

    [TestCase("")]
    [TestCase(".")]
    public void Folder_IsNotAConfig(string path) =>
        Assert.That(HarvestConfigLoader.Load(path).Errors.Single().Code, Is.EqualTo(ConfigErrorCodes.FileUnreadable));

    private static ConfigError Only(string yaml)
    {
        using var folder = new TempFolder();
        var result = ConfigSamples.Load(folder, yaml);
        Assert.That(result.Config, Is.Null);
        return result.Errors.Single();
    }
}
