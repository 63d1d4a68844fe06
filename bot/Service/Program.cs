using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Announcements;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Channels;
using RenkeiBot.Service.Clock;
using RenkeiBot.Service.Directories;
using RenkeiBot.Service.DisasterSupport;
using RenkeiBot.Service.Downloads;
using RenkeiBot.Service.Events;
using RenkeiBot.Service.Health;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Limits;
using RenkeiBot.Service.Maintenance;
using RenkeiBot.Service.Meetings;
using RenkeiBot.Service.Members;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Proposals;
using RenkeiBot.Service.Retention;
using RenkeiBot.Service.Telemetry;
using RenkeiBot.Service.Tenants;
using RenkeiBot.Service.WebChat;

if (HealthProbe.IsAskedFor(args))
    return await HealthProbe.RunAsync(args);
if (MaintenanceCommands.Are(args))
    return await MaintenanceCommands.RunAsync(args);

var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddClock(builder.Configuration);
builder.Services.AddTelemetry(builder.Configuration);
builder.Services.AddRecords(builder.Configuration);
builder.Services.AddInbox();
builder.Services.AddTenants(builder.Configuration);
builder.Services.AddOutbox(builder.Configuration);
builder.Services.AddDownloads(builder.Configuration);
builder.Services.AddAnswers();
builder.Services.AddMembers(builder.Configuration);
builder.Services.AddChannels();
builder.Services.AddDirectory(builder.Configuration);
builder.Services.AddProposals(builder.Configuration);
builder.Services.AddEvents(builder.Configuration);
builder.Services.AddDisasterSupport();
builder.Services.AddMeetings(builder.Configuration);
builder.Services.AddAnnouncements(builder.Configuration);
builder.Services.AddRetention(builder.Configuration);
builder.Services.AddSingleton<ITurnLimitHandler, TurnLimitNotice>();
builder.Services.AddHealth(builder.Configuration);
builder.Services.AddBotFramework(builder.Configuration);
builder.Services.AddHostedService<AnswersReady>();

var app = builder.Build();
app.MapBotFramework("/api/messages");
app.MapHealth();
app.MapDownloads();
app.MapWebChat();
app.Run();
return MaintenanceCommands.Done;
