// RenkeiBot in one resource group: Azure Bot with its Teams channel, Container Apps, Azure SQL, Key Vault, Log Analytics, and the identity that ties them together.
// docs/operations.md says how it is used, and that it has not been deployed yet.
targetScope = 'resourceGroup'

@description('The name that all resources are named after: lower-case letters and digits.')
@minLength(3)
@maxLength(12)
param name string = 'renkeibot'

@description('The region of all resources but the bot, which is global.')
param location string = resourceGroup().location

@description('The image of the service, with registry and tag, for example example.azurecr.io/renkeibot:1.0.0.')
param image string

@description('The name of the Azure Container Registry, in this resource group, that the image is in.')
param registryName string

@description('How the bot proves who it is. A managed identity has nothing that expires.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botType string = 'UserAssignedMSI'

@description('The app id of the bot\'s app registration; for SingleTenant only.')
param botAppId string = ''

@description('The date on which the client secret expires, as 2027-03-31; for SingleTenant only.')
param botSecretExpires string = ''

@description('The object id of the Entra group whose members administer the database.')
param sqlAdminGroupId string

@description('The name of that group.')
param sqlAdminGroupName string

@description('The OTLP endpoint for traces and metrics, for example http://collector:4318; none are sent without.')
param otlpEndpoint string = ''

@description('How many instances run at least. One keeps the first question of the morning from waiting for a start.')
@minValue(1)
param minReplicas int = 1

@description('How many instances run at most.')
@maxValue(10)
param maxReplicas int = 2

var suffix = uniqueString(resourceGroup().id, name)

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: {
    name: 'id-${name}'
    location: location
    registryName: registryName
  }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: 'log-${name}'
    location: location
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('kv-${name}-${suffix}', 24)
    location: location
    readerPrincipalId: identity.outputs.principalId
    workspaceId: logs.outputs.id
  }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    serverName: 'sql-${name}-${suffix}'
    location: location
    adminGroupId: sqlAdminGroupId
    adminGroupName: sqlAdminGroupName
    workspaceId: logs.outputs.id
  }
}

module service 'modules/service.bicep' = {
  name: 'service'
  params: {
    name: 'ca-${name}'
    location: location
    image: image
    registryServer: identity.outputs.registryServer
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    workspaceName: logs.outputs.name
    botType: botType
    botAppId: botType == 'UserAssignedMSI' ? identity.outputs.clientId : botAppId
    botSecretExpires: botSecretExpires
    vaultUri: vault.outputs.uri
    sqlServer: database.outputs.serverHost
    sqlDatabase: database.outputs.databaseName
    otlpEndpoint: otlpEndpoint
    minReplicas: minReplicas
    maxReplicas: maxReplicas
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: 'bot-${name}-${suffix}'
    displayName: 'RenkeiBot'
    endpoint: 'https://${service.outputs.host}/api/messages'
    botType: botType
    appId: botType == 'UserAssignedMSI' ? identity.outputs.clientId : botAppId
    identityId: botType == 'UserAssignedMSI' ? identity.outputs.id : ''
    workspaceId: logs.outputs.id
  }
}

@description('Where Teams sends to.')
output endpoint string = 'https://${service.outputs.host}/api/messages'

@description('The bot\'s app id, for the Teams app package (appPackage, BotId).')
output botAppId string = botType == 'UserAssignedMSI' ? identity.outputs.clientId : botAppId

@description('The server on which the database user of the identity is made; docs/operations.md has the statements.')
output sqlServer string = database.outputs.serverHost

@description('The name of the identity, which is also the name of its database user.')
output identityName string = identity.outputs.name
