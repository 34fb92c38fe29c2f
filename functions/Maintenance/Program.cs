using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Azure;
using WhatsAppBots.Maintenance;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddAzureHost();
builder.Services.AddMaintenance(builder.Configuration);
builder.Build().Run();
