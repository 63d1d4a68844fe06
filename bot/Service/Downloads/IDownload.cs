namespace RenkeiBot.Service.Downloads;

/// <summary>Makes one kind of file that people load by a link.</summary>
internal interface IDownload
{
    /// <summary>Its name among all kinds, as <c>announcement-csv</c>; at most 100 characters.</summary>
    string Name { get; }

    /// <summary>Makes the file as things are now.</summary>
    /// <param name="id">What it is about, as the link was made with.</param>
    /// <param name="cancellationToken">Ends the making.</param>
    /// <returns>Null where that is there no more.</returns>
    Task<DownloadFile?> CreateAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A file.</summary>
/// <param name="FileName">Its name, which may be Japanese.</param>
/// <param name="ContentType">What it is, as <c>text/csv; charset=utf-8</c>.</param>
/// <param name="Content">What is in it.</param>
internal sealed record DownloadFile(string FileName, string ContentType, byte[] Content);
