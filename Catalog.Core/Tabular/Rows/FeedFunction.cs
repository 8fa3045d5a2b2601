using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Catalog.Core.Tabular.Rows;

/// <summary>
/// Makes a feed of batches a table of DuckDB's, <c>FROM feed()</c>. The database pulls chunk by chunk while it writes,
/// so a table of any length passes through without ever being held. It goes by the C interface, since the managed one
/// takes single cells as boxed objects: three times the work of everything else together.
/// </summary>
internal sealed unsafe class FeedFunction : IDisposable
{
    public const string Name = "feed";

    private readonly IReadOnlyList<(string Name, StoredType Type)> _columns;
    private readonly RowFeed _feed;
    private GCHandle _self;

    private FeedFunction(IReadOnlyList<(string Name, StoredType Type)> columns, RowFeed feed)
    {
        _columns = columns;
        _feed = feed;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>What broke the reading of the table, to be thrown where .NET can: no exception may cross native frames.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>The feed must outlive the connection's statement; disposing ends only our handle.</summary>
    public static FeedFunction Register(DuckDBConnection connection, IReadOnlyList<(string Name, StoredType Type)> columns, RowFeed feed)
    {
        var function = new FeedFunction(columns, feed);
        var native = NativeMethods.TableFunction.DuckDBCreateTableFunction();
        try
        {
            NativeMethods.TableFunction.DuckDBTableFunctionSetName(native, Name);
            NativeMethods.TableFunction.DuckDBTableFunctionSetExtraInfo(native, GCHandle.ToIntPtr(function._self), &Forget);
            NativeMethods.TableFunction.DuckDBTableFunctionSetBind(native, &Bind);
            NativeMethods.TableFunction.DuckDBTableFunctionSetInit(native, &Init);
            NativeMethods.TableFunction.DuckDBTableFunctionSetFunction(native, &Fill);
            if (!NativeMethods.TableFunction.DuckDBRegisterTableFunction(connection.NativeConnection, native).IsSuccess())
                throw new InvalidOperationException("DuckDB did not take the table function.");
        }
        finally
        {
            NativeMethods.TableFunction.DuckDBDestroyTableFunction(ref native);
        }
        return function;
    }

    public void Dispose()
    {
        if (_self.IsAllocated) _self.Free();
    }

    private static FeedFunction Of(IntPtr handle) => (FeedFunction)GCHandle.FromIntPtr(handle).Target!;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Forget(IntPtr self)
    {
        // The handle is ours to free: DuckDB may call this long after the statement.
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Bind(IntPtr info)
    {
        foreach (var (name, type) in Of(NativeMethods.TableFunction.DuckDBBindGetExtraInfo(info))._columns)
        {
            using var logical = NativeMethods.LogicalType.DuckDBCreateLogicalType(type switch
            {
                StoredType.Text => DuckDBType.Varchar,
                StoredType.Integer => DuckDBType.BigInt,
                StoredType.Number => DuckDBType.Double,
                StoredType.Boolean => DuckDBType.Boolean,
                StoredType.Date => DuckDBType.Date,
                StoredType.Time => DuckDBType.Time,
                StoredType.Timestamp => DuckDBType.Timestamp,
                StoredType.Instant => DuckDBType.TimestampTz,
                _ => throw new System.Diagnostics.UnreachableException(),
            });
            NativeMethods.TableFunction.DuckDBBindAddResultColumn(info, name, logical);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Init(IntPtr info)
    {
        // The feed is the whole state of a scan, and there is one scan.
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Fill(IntPtr info, IntPtr output)
    {
        var self = Of(NativeMethods.TableFunction.DuckDBFunctionGetExtraInfo(info));
        // The chunk is DuckDB's; our handle to it must not destroy it.
        var chunk = new DuckDBDataChunk(output);
        try
        {
            var batch = self._feed.Take();
            if (batch is null)
            {
                NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, 0);
                return;
            }
            for (var i = 0; i < batch.Columns.Length; i++) Copy(batch.Columns[i], NativeMethods.DataChunks.DuckDBDataChunkGetVector(chunk, i));
            NativeMethods.DataChunks.DuckDBDataChunkSetSize(chunk, (ulong)batch.Count);
            self._feed.Return(batch);
        }
        catch (Exception e)
        {
            // An edge: what goes through native frames would end the process.
            self.Failure = e;
            NativeMethods.TableFunction.DuckDBFunctionSetError(info, e.Message);
        }
        finally
        {
            chunk.SetHandleAsInvalid();
        }
    }

    private static void Copy(ColumnBuffer column, IntPtr vector)
    {
        if (column.HasNulls)
        {
            NativeMethods.Vectors.DuckDBVectorEnsureValidityWritable(vector);
            column.Valid.CopyTo(new Span<ulong>(NativeMethods.Vectors.DuckDBVectorGetValidity(vector), column.Valid.Length));
        }
        if (column.Type != StoredType.Text)
        {
            column.Fixed.CopyTo(new Span<byte>(NativeMethods.Vectors.DuckDBVectorGetData(vector), column.Fixed.Length));
            return;
        }
        fixed (byte* text = column.Text)
        {
            var start = 0;
            for (var row = 0; row < column.Count; row++)
            {
                var end = column.Ends[row];
                // Our own encoder wrote the bytes, so they need no second check for UTF-8.
                if (!column.HasNulls || !column.IsNull(row))
                    NativeMethods.Vectors.DuckDBUnsafeVectorAssignStringElementLength(vector, (ulong)row, text + start, end - start);
                start = end;
            }
        }
    }
}
