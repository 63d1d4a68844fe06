// Where the logs of the service, the audit of the vault and of the database go.
@description('The name of the workspace.')
param name string

@description('The region.')
param location string

@description('How long logs are kept, in days. They have the ids of conversations: no longer than they are needed.')
param retentionDays int = 90

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' = {
  name: name
  location: location
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: retentionDays
  }
}

@description('The resource id.')
output id string = workspace.id

@description('The name.')
output name string = workspace.name
