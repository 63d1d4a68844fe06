using System.Diagnostics;
using Microsoft.Extensions.Options;
using RenkeiBot.Cards.Members;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Tenants;

namespace RenkeiBot.Service.Directories;

/// <summary>
/// Fills what the directory knows of a person into their registration form. It is a help and nothing more: where Graph is not used, is slow or fails, the form is as it was.
/// </summary>
internal sealed partial class RegistrationPrefill(
    GraphTenant tenant, GraphClient graph, Organisations organisations, IOptions<GraphOptions> options, TimeProvider time, ILogger<RegistrationPrefill> logger)
{
    /// <summary>What a town hall is called beside the name of its town.</summary>
    private static readonly string[] Endings = ["区役所", "市役所", "町役場", "村役場"];

    private static readonly char[] Separators = [' ', '　', '・', '/', '／', ',', '、', '(', ')', '（', '）'];

    /// <summary>The form with what is known, or as it was.</summary>
    public async Task<RegistrationFormView> FillAsync(Sender person, RegistrationFormView form, CancellationToken cancellationToken)
    {
        if (!tenant.Contains(person.TenantId))
            return form;
        using var patience = new CancellationTokenSource(options.Value.PrefillTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var started = Stopwatch.GetTimestamp();
        try
        {
            return await graph.FindUserAsync(person.AadObjectId, either.Token) is { } user ? Filled(form, user) : form;
        }
        catch (GraphException exception)
        {
            LogFailed(exception.Message, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(GraphException.Timeout, (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return form;
    }

    private RegistrationFormView Filled(RegistrationFormView form, GraphUser user)
    {
        var organisation = Guess(user)?.Name ?? "";
        var contact = user.Mail is { Length: <= RenkeiBotDbContext.ContactLength } mail && RegistrationForm.ContactError(mail) is null ? mail : "";
        return form with
        {
            Name = user.DisplayName is { Length: > 0 and <= RenkeiBotDbContext.NameLength } name ? name : form.Name,
            Organisation = organisation,
            Contact = contact,
            IsPrefilled = organisation.Length > 0 || contact.Length > 0,
        };
    }

    /// <summary>The one organisation that company, office or department name; null where none or several could be meant.</summary>
    private Organisation? Guess(GraphUser user)
    {
        foreach (var text in new[] { user.CompanyName, user.OfficeLocation, user.Department })
        {
            if (string.IsNullOrWhiteSpace(text) || text.Length > RenkeiBotDbContext.NameLength)
                continue;
            foreach (var word in text.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Prepend(text.Trim()))
            {
                var name = Endings.FirstOrDefault(ending => word.EndsWith(ending, StringComparison.Ordinal)) is { } ending ? word[..^(ending.Length - 1)] : word;
                // A part of a name fits too much (「防災」, 「本庁」): only the whole of one is taken.
                if (organisations.Search(name, 2) is [var only] && (only.Name == name || only.Name.EndsWith(name, StringComparison.Ordinal)))
                    return only;
            }
        }

        return null;
    }

    [LoggerMessage(200, LogLevel.Information, "The directory was of no help with a registration form: {Reason}, after {Milliseconds} ms")]
    private partial void LogFailed(string reason, long milliseconds);
}
