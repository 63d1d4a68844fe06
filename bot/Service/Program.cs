using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Clock;
using RenkeiBot.Service.Inbox;
using RenkeiBot.Service.Outbox;
using RenkeiBot.Service.Tenants;
using RenkeiBot.Service.WebChat;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddClock(builder.Configuration);
builder.Services.AddRecords(builder.Configuration);
builder.Services.AddInbox();
builder.Services.AddTenants(builder.Configuration);
builder.Services.AddOutbox(builder.Configuration);
builder.Services.AddAnswers();
builder.Services.AddBotFramework(builder.Configuration);

var app = builder.Build();
app.MapBotFramework("/api/messages");
app.MapWebChat();
app.Run();
