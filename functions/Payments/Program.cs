using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using WhatsAppBots.Azure;
using WhatsAppBots.Payments;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.AddAzureHost();
builder.Services.AddPayments(builder.Configuration);
builder.Build().Run();
