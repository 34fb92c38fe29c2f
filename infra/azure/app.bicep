// One function app: its identity, what that identity may do, its own storage, its plan (Flex Consumption takes one app a plan).

param name string
param location string
param tags object

@description('The app\'s entry in apps.json.')
param app object

@description('Of the storage account that holds its package, its keys and its locks. Its own, so that no app can change another\'s code.')
param storageName string

@description('Settings as they are, all but secrets.')
param settings object

@description('Settings that are secrets in the vault.')
param secrets array

@description('Instances that are always ready for each function or group that the app wants warm.')
param warm int
param maximumInstances int
param vaultName string
param busName string
param topicName string

@description('Empty: it hears nothing.')
param subscriptionName string

@description('Where media are. Empty: it has nothing to do with them.')
param mediaAccountName string

@description('Azure OpenAI, in this resource group. Empty: it does not use it, or by a key.')
param openAiName string

@description('Empty: no private networking.')
param subnet string

var roles = {
  blobOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  blobContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  queueContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  tableContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  busSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39' // Azure Service Bus Data Sender
  busOwner: '090c5cfd-751d-490a-894a-3ce6f1109419' // Azure Service Bus Data Owner
  secretsUser: '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  openAiUser: '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd' // Cognitive Services OpenAI User
}

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: name
  location: location
  tags: tags
}

resource storage 'Microsoft.Storage/storageAccounts@2024-01-01' = {
  name: storageName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: 'Standard_LRS'
  }
  properties: {
    allowSharedKeyAccess: false
    allowBlobPublicAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    networkAcls: {
      bypass: 'None'
      defaultAction: empty(subnet) ? 'Allow' : 'Deny'
    }
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' = {
  parent: storage
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' = {
  parent: blobs
  name: 'packages'
  properties: {
    publicAccess: 'None'
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' existing = {
  name: vaultName
}

resource vaultSecrets 'Microsoft.KeyVault/vaults/secrets@2024-11-01' existing = [for secret in secrets: {
  parent: vault
  name: replace(secret, '_', '-')
}]

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' existing = {
  name: busName
}

resource topic 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' existing = {
  parent: bus
  name: topicName
}

resource ownSubscription 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' existing = {
  parent: topic
  name: empty(subscriptionName) ? 'none' : subscriptionName
}

resource mediaAccount 'Microsoft.Storage/storageAccounts@2024-01-01' existing = {
  name: empty(mediaAccountName) ? 'none' : mediaAccountName
}

resource mediaBlobs 'Microsoft.Storage/storageAccounts/blobServices@2024-01-01' existing = {
  parent: mediaAccount
  name: 'default'
}

resource media 'Microsoft.Storage/storageAccounts/blobServices/containers@2024-01-01' existing = {
  parent: mediaBlobs
  name: 'media'
}

resource openAi 'Microsoft.CognitiveServices/accounts@2025-06-01' existing = {
  name: empty(openAiName) ? 'none' : openAiName
}

// What the Functions host wants of AzureWebJobsStorage.
resource ownStorage 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [roles.blobOwner, roles.queueContributor, roles.tableContributor]: {
  name: guid(storage.id, name, role)
  scope: storage
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}]

// One by one, so that an app reads no other's secrets.
resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for (secret, i) in secrets: {
  name: guid(vault.id, secret, name, roles.secretsUser)
  scope: vaultSecrets[i]
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.secretsUser)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}]

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(topic.id, name, roles.busSender)
  scope: topic
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.busSender)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// Its own subscription, as owner: with less the platform cannot read how many messages wait, and scales by guessing.
resource hears 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(subscriptionName)) {
  name: guid(ownSubscription.id, name, roles.busOwner)
  scope: ownSubscription
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.busOwner)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource keepsMedia 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(mediaAccountName)) {
  name: guid(media.id, name, roles.blobContributor)
  scope: media
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.blobContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource asksAi 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(openAiName)) {
  name: guid(openAi.id, name, roles.openAiUser)
  scope: openAi
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.openAiUser)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

var ownSettings = {
  AzureWebJobsStorage__accountName: storage.name
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  SERVICEBUS_CONNECTION_STRING__credential: 'managedidentity'
  SERVICEBUS_CONNECTION_STRING__clientId: identity.properties.clientId
  AZURE_CLIENT_ID: identity.properties.clientId
  // DefaultAzureCredential would try others first.
  AZURE_TOKEN_CREDENTIALS: 'ManagedIdentityCredential'
}

// A reference without a version follows the secret: within a day, or at once when the app is restarted.
var secretSettings = toObject(secrets, secret => secret, secret => '@Microsoft.KeyVault(VaultName=${vaultName};SecretName=${replace(secret, '_', '-')})')

resource site 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    keyVaultReferenceIdentity: identity.id
    // Private networking is about what the app calls. Meta and the payment providers must reach it from outside.
    virtualNetworkSubnetId: empty(subnet) ? null : subnet
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      ftpsState: 'Disabled'
      http20Enabled: true
      appSettings: map(items(union(settings, secretSettings, ownSettings)), setting => {
        name: setting.key
        value: setting.value
      })
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${storage.properties.primaryEndpoints.blob}${packages.name}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identity.id
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        instanceMemoryMB: app.memory
        maximumInstanceCount: maximumInstances
        alwaysReady: warm == 0 ? [] : map(app.warm, group => {
          name: group
          instanceCount: warm
        })
        triggers: {
          http: {
            perInstanceConcurrency: app.requests
          }
        }
      }
    }
  }
  dependsOn: [ownStorage, readsSecrets, sends, hears, keepsMedia, asksAi]
}

// Deployments come with a token of Entra; nobody gets in by a password.
resource noFtpPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPassword 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

output host string = site.properties.defaultHostName
output storageId string = storage.id
