// What somebody is told of. What each means and what to do: infra/runbook.md.

param name string
param location string
param tags object

@description('Who is told. Empty: nobody; the alerts stand in the portal.')
param email string
param workspaceId string
param insightsId string
param busId string

@description('Where Meta reaches us. Asked from three places, its certificate looked at.')
param publicUrl string

// OpenTelemetry's exporter writes a gauge's values to AppMetrics under the instrument's own name.
var rules = [
  {
    name: 'inbox-lag'
    severity: 1
    every: 'PT5M'
    window: 'PT10M'
    description: 'For ten minutes the oldest message has been waiting for more than a minute each time it was looked at.'
    query: '''
AppMetrics
| where Name == "inbox.age"
| summarize Least = min(Min)
| where Least > 60
'''
  }
  {
    name: 'engine-stalled'
    severity: 1
    every: 'PT5M'
    window: 'PT5M'
    description: 'A process of Messages has had work for more than 30 seconds and committed nothing. Its health says 503.'
    query: '''
AppMetrics
| where Name == "engine.stalled"
| summarize Worst = max(Max)
| where Worst > 30
'''
  }
  {
    name: 'dead-letters'
    severity: 2
    every: 'PT15M'
    window: 'PT15M'
    description: 'Messages were given up and wait for somebody: /api/dead-letters.'
    query: '''
AppMetrics
| where Name == "dead_letters.open"
| summarize arg_max(TimeGenerated, Max)
| where Max > 0
'''
  }
  {
    name: 'ledger'
    severity: 0
    every: 'PT15M'
    window: 'PT1H'
    description: 'The ledger breaks its own rules. Money may be wrong.'
    query: '''
AppMetrics
| where Name == "ledger.faults"
| summarize Worst = max(Max)
| where Worst > 0
'''
  }
  {
    name: 'number-stopped'
    severity: 1
    every: 'PT5M'
    window: 'PT10M'
    description: 'A business number may not send; its messages wait. /webhook/whatsapp/health says which and why.'
    query: '''
AppMetrics
| where Name == "numbers.stopped"
| summarize arg_max(TimeGenerated, Max)
| where Max > 0
'''
  }
  {
    name: 'silence'
    severity: 1
    every: 'PT15M'
    window: 'PT30M'
    description: 'Nothing was measured for half an hour: Maintenance does not run, the database is away, or the day\'s gigabytes are used up. The other alerts see nothing either.'
    query: '''
AppMetrics
| where Name in ("inbox.age", "ledger.faults")
| summarize Kinds = dcount(Name)
| where Kinds < 2
'''
  }
  {
    name: 'bus-away'
    severity: 1
    every: 'PT5M'
    window: 'PT10M'
    description: 'Service Bus did not take what was published more than ten times in ten minutes. People are answered; what apps tell each other waits.'
    query: '''
AppMetrics
| where Name == "bus.failures"
| summarize Failures = sum(Sum)
| where Failures > 10
'''
  }
  {
    name: 'webhook-errors'
    severity: 1
    every: 'PT5M'
    window: 'PT5M'
    description: 'Messages answered with 5xx. Meta sends such webhooks again for a while.'
    // By the metric, since requests are sampled, and by those that were kept. OTEL_SERVICE_NAME is the name of the role.
    query: '''
union
  (AppMetrics | where Name == "http.server.request.duration" | extend Status = toint(Properties["http.response.status_code"])),
  (AppRequests | extend Status = toint(ResultCode))
| where AppRoleName has "-messages" and Status between (500 .. 599)
| summarize Failed = sum(ItemCount)
| where Failed > 0
'''
  }
]

var actionGroups = empty(email) ? [] : [people.id]

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: name
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'bots'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for rule in rules: {
  name: '${name}-${rule.name}'
  location: location
  tags: tags
  properties: {
    displayName: '${name}: ${rule.name}'
    description: rule.description
    severity: rule.severity
    enabled: true
    scopes: [workspaceId]
    evaluationFrequency: rule.every
    windowSize: rule.window
    autoMitigate: true
    // The tables come into being with the first telemetry.
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: rule.query
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: actionGroups
    }
  }
}]

resource brokerDeadLetters 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-broker-dead-letters'
  location: 'global'
  tags: tags
  properties: {
    description: 'Messages lie in the dead-letter queue of a subscription, where nothing of ours puts them.'
    severity: 2
    enabled: true
    scopes: [busId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: 'dead'
          metricNamespace: 'Microsoft.ServiceBus/namespaces'
          metricName: 'DeadletteredMessages'
          timeAggregation: 'Average'
          operator: 'GreaterThan'
          threshold: 0
        }
      ]
    }
    autoMitigate: true
    actions: map(actionGroups, group => {
      actionGroupId: group
    })
  }
}

resource knock 'Microsoft.Insights/webtests@2022-06-15' = {
  name: '${name}-webhook'
  location: location
  kind: 'standard'
  tags: union(tags, {
    'hidden-link:${insightsId}': 'Resource'
  })
  properties: {
    SyntheticMonitorId: '${name}-webhook'
    Name: '${name}-webhook'
    Enabled: true
    Kind: 'standard'
    Frequency: 900
    Timeout: 30
    RetryEnabled: true
    Locations: [
      {
        Id: 'emea-nl-ams-azr'
      }
      {
        Id: 'us-va-ash-azr'
      }
      {
        Id: 'apac-sg-sin-azr'
      }
    ]
    Request: {
      RequestUrl: '${publicUrl}/health/messages'
      HttpVerb: 'GET'
      ParseDependentRequests: false
    }
    ValidationRules: {
      ExpectedHttpStatusCode: 200
      SSLCheck: true
      // Days. What Azure renews by itself is renewed before; a certificate of one's own is what this is for.
      SSLCertRemainingLifetimeCheck: 14
    }
  }
}

resource unreachable 'Microsoft.Insights/metricAlerts@2018-03-01' = {
  name: '${name}-unreachable-or-certificate'
  location: 'global'
  tags: tags
  properties: {
    description: 'The webhook\'s address is not well from two of three places, or its certificate has less than 14 days.'
    severity: 1
    enabled: true
    scopes: [knock.id, insightsId]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.WebtestLocationAvailabilityCriteria'
      webTestId: knock.id
      componentId: insightsId
      failedLocationCount: 2
    }
    autoMitigate: true
    actions: map(actionGroups, group => {
      actionGroupId: group
    })
  }
}
