namespace RenkeiBot.Service.Maintenance;

/// <summary>Files with personal data: made new, for the eyes of their owner alone.</summary>
internal static class PrivateFile
{
    /// <summary>Makes a file that is not there yet.</summary>
    public static FileStream Create(FileInfo file)
    {
        if (file.Exists)
            throw new MaintenanceException($"{file.FullName} is there already, and is not overwritten.");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(file.FullName, options);
    }
}
