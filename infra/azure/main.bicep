// Everything on Azure, into one resource group. Deployed by deploy.sh, which does what a template cannot: database roles,
// migrations, code.

@minLength(3)
@maxLength(16)
@description('What all names begin with.')
param name string = 'whatsappbots'
param location string = resourceGroup().location

@description('The person, group or service principal that owns the database: {id, name, type}, type User, Group or ServicePrincipal.')
param databaseOwner object

@description('Settings by their names in README, as they are. What is empty is not set.')
param settings object

@description('Secrets by their names in README. What is empty stays in the vault as it is.')
@secure()
param secrets object

@description('Secrets that the vault holds already.')
param secretsThere array = []

@description('Where everything is reached, if one front (Front Door, a reverse proxy) stands before all apps. Empty: each app by its own name.')
param publicUrl string = ''

@description('Custom domains by app, as {messages: "bots.example.com"}: links are made with them. Bind them and their certificates by hand.')
param domains object = {}

@description('Whoever is told of alerts.')
param alertEmail string = ''

@description('Database, bus, vault and storage are reached from within a network alone. Needs busSku Premium.')
param isPrivate bool = false

@allowed(['Standard', 'Premium'])
param busSku string = isPrivate ? 'Premium' : 'Standard'

@description('Standard_B… for little, Standard_D2ds_v5 and up for more.')
param databaseSku string = 'Standard_B2s'
param databaseStorageGB int = 32
param databaseIsHighlyAvailable bool = false
param databaseBackupDays int = 14

@description('Instances always ready for the webhook, and as many for what answers. 0: the first message after a quiet while waits for a cold start.')
param warm int = 1

@description('Instances of an app at most. 40 is the least that Flex Consumption takes.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

@description('Azure OpenAI in this resource group that Messages uses by its identity. Empty: none.')
param openAiName string = ''
param logsKeptDays int = 30
param logsPerDayGB int = 5

@description('Traces a second and process that are kept. Metrics, on which alerts stand, are all kept.')
param tracesPerSecond string = '0.1'

@description('Where the dashboard\'s files are managed; they are served from everywhere.')
@allowed(['westus2', 'centralus', 'eastus2', 'westeurope', 'eastasia'])
param dashboardLocation string = 'westeurope'

var apps = loadJsonContent('apps.json')
var hearing = map(loadJsonContent('../servicebus/config.json').UserConfig.Namespaces[0].Topics[0].Subscriptions, subscription => subscription.Name)
var suffix = uniqueString(resourceGroup().id)
var tags = {
  project: name
}
var secretNames = union(flatten(map(items(apps), app => app.value.secrets)), ['FUNCTION_KEY'])
var secretsUsed = filter(secretNames, secret => contains(secretsThere, secret) || (contains(secrets, secret) && !empty(secrets[secret])))
var appNames = toObject(items(apps), app => app.key, app => '${name}-${app.key}-${suffix}')
var publicUrls = toObject(items(apps), app => app.key, app => !empty(publicUrl) ? publicUrl : contains(domains, app.key) ? 'https://${domains[app.key]}' : 'https://${appNames[app.key]}.azurewebsites.net')

module network 'network.bicep' = if (isPrivate) {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
    apps: map(items(apps), app => app.key)
  }
}

module monitoring 'monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logsKeptDays
    dailyGB: logsPerDayGB
  }
}

module vault 'vault.bicep' = {
  name: 'vault'
  params: {
    name: 'kv-${suffix}'
    location: location
    tags: tags
    isPrivate: isPrivate
    names: secretNames
    values: secrets
  }
}

module storage 'storage.bicep' = {
  name: 'storage'
  params: {
    name: 'stmedia${suffix}'
    location: location
    tags: tags
    isPrivate: isPrivate
  }
}

module bus 'bus.bicep' = {
  name: 'bus'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    sku: busSku
    isPrivate: isPrivate
  }
}

module database 'database.bicep' = {
  name: 'database'
  params: {
    name: '${name}-${suffix}'
    location: location
    tags: tags
    sku: databaseSku
    storageGB: databaseStorageGB
    isHighlyAvailable: databaseIsHighlyAvailable
    backupDays: databaseBackupDays
    isPrivate: isPrivate
    administrator: databaseOwner
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' existing = {
  name: name
}

module functionApps 'app.bicep' = [for app in items(apps): {
  name: 'app-${app.key}'
  params: {
    name: appNames[app.key]
    location: location
    tags: tags
    app: app.value
    storageName: 'st${take(app.key, 6)}${suffix}'
    warm: warm
    maximumInstances: maximumInstances
    vaultName: vault.outputs.name
    secrets: filter(app.value.secrets, secret => contains(secretsUsed, secret))
    busName: bus.outputs.name
    topicName: bus.outputs.topic
    subscriptionName: contains(hearing, app.key) ? app.key : ''
    mediaAccountName: app.value.media ? storage.outputs.name : ''
    openAiName: contains(app.value.settings, 'AZURE_OPENAI_ENDPOINT') ? openAiName : ''
    subnet: isPrivate ? network!.outputs.appSubnets[app.key] : ''
    settings: union(
      toObject(filter(app.value.settings, setting => contains(settings, setting) && !empty(settings[setting])), setting => setting, setting => settings[setting]),
      app.value.media ? { MEDIA_STORE: storage.outputs.url } : {},
      {
        ENVIRONMENT: 'production'
        LOG_LEVEL: contains(settings, 'LOG_LEVEL') && !empty(settings.LOG_LEVEL) ? settings.LOG_LEVEL : 'Information'
        DATABASE_URL: 'postgresql://${appNames[app.key]}@${database.outputs.host}/${database.outputs.database}?sslmode=VerifyFull&maximum_pool_size=20'
        SERVICEBUS_CONNECTION_STRING__fullyQualifiedNamespace: bus.outputs.host
        PUBLIC_URL: publicUrls[app.key]
        FILES_URL: publicUrls.images
        APPLICATIONINSIGHTS_CONNECTION_STRING: insights.properties.ConnectionString
        OTEL_SERVICE_NAME: '${name}-${app.key}'
        OTEL_TRACES_SAMPLER: 'microsoft.rate_limited'
        OTEL_TRACES_SAMPLER_ARG: tracesPerSecond
        // The host would write two lines each time a timer ticks, four million times a month.
        AzureFunctionsJobHost__logging__logLevel__Function: 'Warning'
      }
    )
  }
  dependsOn: [monitoring]
}]

module endpoints 'endpoints.bicep' = if (isPrivate) {
  name: 'endpoints'
  params: {
    location: location
    tags: tags
    subnet: network!.outputs.endpointsSubnet
    zones: network!.outputs.zones
    targets: concat(
      [
        { name: '${name}-media', resource: storage.outputs.id, group: 'blob' }
        { name: '${name}-vault', resource: vault.outputs.id, group: 'vault' }
        { name: '${name}-bus', resource: bus.outputs.id, group: 'namespace' }
        { name: '${name}-database', resource: database.outputs.id, group: 'postgresqlServer' }
      ],
      flatten(map(items(apps), app => map(['blob', 'queue', 'table'], kind => {
        name: '${name}-${app.key}-${kind}'
        resource: resourceId('Microsoft.Storage/storageAccounts', 'st${take(app.key, 6)}${suffix}')
        group: kind
      })))
    )
  }
  dependsOn: [functionApps]
}

module alerts 'alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    email: alertEmail
    workspaceId: monitoring.outputs.workspaceId
    insightsId: monitoring.outputs.insightsId
    busId: bus.outputs.id
    publicUrl: publicUrls.messages
  }
}

// The dashboard's place. There are no files for it yet: it shows Azure's own page until there are.
resource dashboard 'Microsoft.Web/staticSites@2024-04-01' = {
  name: '${name}-dashboard-${suffix}'
  location: dashboardLocation
  tags: tags
  sku: {
    name: 'Free'
    tier: 'Free'
  }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
  }
}

output vaultName string = vault.outputs.name
output databaseServer string = database.outputs.name
output databaseHost string = database.outputs.host
output databaseName string = database.outputs.database
output appNames object = appNames
output webhookUrl string = '${publicUrls.messages}/webhook/whatsapp'
output adminUrl string = publicUrls.admin
output dashboardUrl string = 'https://${dashboard.properties.defaultHostname}'
