// Service Bus: the topic, its subscriptions and their filters as infra/servicebus/config.json has them, which the emulator reads too.

param name string
param location string
param tags object

@allowed(['Standard', 'Premium'])
param sku string

@description('Reached over private endpoints alone. Premium only.')
param isPrivate bool

var topic = loadJsonContent('../servicebus/config.json').UserConfig.Namespaces[0].Topics[0]

// Azure gives a new subscription a rule $Default that lets everything through, and accounts differ on whether it goes once
// another rule is there. So it is made one that lets nothing through: it does no harm whether it stays or not.
var everything = '$Default'

// A message that several rules let through arrives once: none of them has an action.
var rules = flatten(map(topic.Subscriptions, subscription => map(subscription.Rules, rule => {
  subscription: subscription.Name
  name: rule.Name
  label: rule.Properties.CorrelationFilter.Label
})))

resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    tier: sku
    capacity: sku == 'Premium' ? 1 : null
  }
  properties: {
    minimumTlsVersion: '1.2'
    disableLocalAuth: true
    publicNetworkAccess: isPrivate ? 'Disabled' : 'Enabled'
    premiumMessagingPartitions: sku == 'Premium' ? 1 : null
  }
}

resource events 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: bus
  name: topic.Name
  properties: {
    defaultMessageTimeToLive: topic.Properties.DefaultMessageTimeToLive
    duplicateDetectionHistoryTimeWindow: topic.Properties.DuplicateDetectionHistoryTimeWindow
    requiresDuplicateDetection: topic.Properties.RequiresDuplicateDetection
    enableBatchedOperations: true
  }
}

resource subscriptions 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = [for subscription in topic.Subscriptions: {
  parent: events
  name: subscription.Name
  properties: {
    deadLetteringOnMessageExpiration: subscription.Properties.DeadLetteringOnMessageExpiration
    lockDuration: subscription.Properties.LockDuration
    maxDeliveryCount: subscription.Properties.MaxDeliveryCount
    requiresSession: subscription.Properties.RequiresSession
    enableBatchedOperations: true
  }
}]

resource shut 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = [for (subscription, i) in topic.Subscriptions: {
  parent: subscriptions[i]
  name: everything
  properties: {
    filterType: 'SqlFilter'
    sqlFilter: {
      sqlExpression: '1=0'
    }
  }
}]

// One by one: Service Bus refuses changes of one entity that come at the same moment.
@batchSize(1)
resource filters 'Microsoft.ServiceBus/namespaces/topics/subscriptions/rules@2024-01-01' = [for rule in rules: {
  name: '${name}/${topic.Name}/${rule.subscription}/${rule.name}'
  properties: {
    filterType: 'CorrelationFilter'
    correlationFilter: {
      label: rule.label
    }
  }
  dependsOn: [subscriptions, shut]
}]

output id string = bus.id
output name string = bus.name
output topic string = events.name
output host string = replace(replace(bus.properties.serviceBusEndpoint, 'https://', ''), ':443/', '')
