using RenkeiBot.BotFramework;
using RenkeiBot.Data.Storage;
using RenkeiBot.Service.Answers;
using RenkeiBot.Service.Clock;
using RenkeiBot.Service.Limits;
using RenkeiBot.Service.WebChat;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddClock(builder.Configuration);
builder.Services.AddRecords(builder.Configuration);
builder.Services.AddAnswers();
builder.Services.AddSingleton<ITurnLimitHandler, TurnLimitNotice>();
builder.Services.AddBotFramework(builder.Configuration);

var app = builder.Build();
app.MapBotFramework("/api/messages");
app.MapWebChat();
app.Run();
