// Key Vault. A secret's name is its setting's, with hyphens: WHATSAPP_API_KEY is WHATSAPP-API-KEY.

param name string
param location string
param tags object
param isPrivate bool

@description('Every setting that is a secret.')
param names array

@description('The values that are given. A secret without one stays as it is.')
@secure()
param values object

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
    networkAcls: {
      // Resource Manager writes the secrets and counts as a trusted service.
      bypass: 'AzureServices'
      defaultAction: isPrivate ? 'Deny' : 'Allow'
    }
  }
}

resource secrets 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = [for secret in names: if (contains(values, secret) && !empty(values[secret])) {
  parent: vault
  name: replace(secret, '_', '-')
  properties: {
    value: values[secret]
  }
}]

output id string = vault.id
output name string = vault.name
output uri string = vault.properties.vaultUri
