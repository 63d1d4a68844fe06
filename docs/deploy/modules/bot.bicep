// The registration of the bot, and its Teams channel. Messages of Teams cost nothing in either tier; S1 has the service level.
@description('The name of the registration.')
param name string

@description('The name that users see.')
param displayName string

@description('Where activities are sent.')
param endpoint string

@description('UserAssignedMSI or SingleTenant; MultiTenant bots can no longer be made.')
param botType string

@description('The app id.')
param appId string

@description('The resource id of the identity; empty for SingleTenant.')
param identityId string

@description('The workspace that requests are logged to.')
param workspaceId string

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'S1'
  }
  properties: {
    displayName: displayName
    endpoint: endpoint
    msaAppType: botType
    msaAppId: appId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: empty(identityId) ? null : identityId
    schemaTransformationVersion: '1.3'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: {
      isEnabled: true
    }
  }
}

resource requests 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'requests'
  scope: bot
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'BotRequest'
        enabled: true
      }
    ]
  }
}
