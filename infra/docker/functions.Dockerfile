# One function app on the Azure Functions host; which one is an argument.
#   docker build -f infra/docker/functions.Dockerfile --build-arg APP=Messages -t whatsappbots-messages .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG APP
# The context has no history to take it from: --build-arg VERSION=1.4.0
ARG VERSION=0.0.0
ENV FunctionsHost=Azure
WORKDIR /src
COPY . .
RUN test -n "$APP" && dotnet publish "functions/$APP" --configuration Release -p:MinVerVersionOverride="$VERSION" --output /app

FROM mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0
ARG APP
# Images alone makes example videos of packs.
RUN if [ "$APP" = Images ]; then \
      apt-get update \
      && apt-get install --yes --no-install-recommends ffmpeg \
      && rm -rf /var/lib/apt/lists/*; \
    fi \
 && mkdir /data && chown "$APP_UID" /data
COPY --from=build /app /home/site/wwwroot
# The host keeps what it writes below HOME and beside its own program, where this user may not.
# It is reached from outside: development has to be said.
ENV ENVIRONMENT=production AzureWebJobsScriptRoot=/home/site/wwwroot AzureFunctionsJobHost__Logging__Console__IsEnabled=true \
    HOME=/tmp FUNCTIONS_SECRETS_PATH=/tmp/Functions/Secrets PORT=8080
USER $APP_UID
EXPOSE 8080
# Not the image's own start script: it stays in between, and the host would never hear that it shall stop.
ENTRYPOINT ["sh", "-c", "export ASPNETCORE_URLS=http://+:$PORT && exec /azure-functions-host/Microsoft.Azure.WebJobs.Script.WebHost"]
