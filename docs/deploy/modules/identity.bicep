// The one identity of the service: it pulls the image, reads the secrets, opens the database, and is the bot where botType is UserAssignedMSI.
@description('The name of the identity.')
param name string

@description('The region.')
param location string

@description('The registry, in this resource group, that the identity may pull from.')
param registryName string

var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

resource pull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    roleDefinitionId: acrPull
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

@description('The resource id.')
output id string = identity.id

@description('The name.')
output name string = identity.name

@description('The client id, which is the bot\'s app id where botType is UserAssignedMSI.')
output clientId string = identity.properties.clientId

@description('The object id, to give roles to.')
output principalId string = identity.properties.principalId

@description('The host of the registry.')
output registryServer string = registry.properties.loginServer
