using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RenkeiBot.Data.Proposals;
using RenkeiBot.Data.Storage;

namespace RenkeiBot.Data.Channels;

/// <summary>The table of the channels.</summary>
internal static class ChannelModel
{
    internal static void Add(ModelBuilder modelBuilder) => modelBuilder.Entity<Channel>(channel =>
    {
        channel.ToTable("Channels");
        channel.HasKey(c => c.ConversationId);
        channel.HasIndex(c => c.TeamId);
        channel.Property(c => c.ConversationId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
        channel.Property(c => c.TenantId).HasMaxLength(RenkeiBotDbContext.GuidLength);
        channel.Property(c => c.TeamId).HasMaxLength(RenkeiBotDbContext.ConversationIdLength);
        channel.Property(c => c.TeamName).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        channel.Property(c => c.AadGroupId).HasMaxLength(RenkeiBotDbContext.NameLength);
        channel.Property(c => c.Name).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        channel.Property(c => c.ServiceUrl).HasMaxLength(RenkeiBotDbContext.ReasonLength);
        channel.Property(c => c.State).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        channel.Property(c => c.OrganisationKind).HasConversion<string>().HasMaxLength(RenkeiBotDbContext.EnumLength);
        channel.Property(c => c.OrganisationId).HasMaxLength(RenkeiBotDbContext.NameLength);
        channel.Property(c => c.OrganisationName).HasMaxLength(RenkeiBotDbContext.NameLength);
        foreach (var fields in new[] { channel.Property(c => c.ProposalFields), channel.Property(c => c.PreviousProposalFields) })
            fields.HasMaxLength(RenkeiBotDbContext.ReasonLength).HasConversion<FieldsColumn, ListComparer<ProposalField>>();
        channel.Property(c => c.Version).IsConcurrencyToken();
    });

    /// <summary>Fields of proposals, in one line.</summary>
    internal sealed class FieldsColumn() : ValueConverter<IReadOnlyList<ProposalField>, string>(
        fields => string.Join(',', fields),
        text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<ProposalField>).ToList());
}
