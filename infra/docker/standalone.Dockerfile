# The Standalone host: all five apps in one process, PostgreSQL as the only server.
#   docker build -f infra/docker/standalone.Dockerfile -t whatsappbots .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /src
COPY . .
# Compiled ahead: a fresh process answers at full speed from its first messages.
RUN dotnet publish infra/standalone --configuration Release --no-self-contained -p:PublishReadyToRun=true --output /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
RUN apt-get update \
 && apt-get install --yes --no-install-recommends ffmpeg fonts-noto-core \
 && rm -rf /var/lib/apt/lists/* \
 && mkdir /data && chown app /data
WORKDIR /app
COPY --from=build /app .
USER app
ENV ASPNETCORE_URLS=http://0.0.0.0:7070 DATA_FOLDER=/data MEDIA_STORE=/data/media
EXPOSE 7070
ENTRYPOINT ["dotnet", "WhatsAppBots.Standalone.dll"]
