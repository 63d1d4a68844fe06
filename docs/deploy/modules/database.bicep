// Azure SQL with Entra accounts only: there is no password that could leak. The database user of the service is made by hand once (docs/operations.md).
@description('The name of the server.')
param serverName string

@description('The region.')
param location string

@description('The object id of the Entra group that administers.')
param adminGroupId string

@description('The name of that group.')
param adminGroupName string

@description('The workspace that audits go to.')
param workspaceId string

@description('The name of the database.')
param databaseName string = 'renkeibot'

resource server 'Microsoft.Sql/servers@2021-11-01' = {
  name: serverName
  location: location
  properties: {
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Enabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      azureADOnlyAuthentication: true
      login: adminGroupName
      sid: adminGroupId
      tenantId: tenant().tenantId
      principalType: 'Group'
    }
  }
}

// Addresses of Azure, which Container Apps without a network of its own calls from. With a virtual network, take a private endpoint instead.
resource azureServices 'Microsoft.Sql/servers/firewallRules@2021-11-01' = {
  parent: server
  name: 'AllowAllWindowsAzureIps'
  properties: {
    startIpAddress: '0.0.0.0'
    endIpAddress: '0.0.0.0'
  }
}

// The collation is the server's default: how Japanese text is compared is the service's own matter.
resource database 'Microsoft.Sql/servers/databases@2021-11-01' = {
  parent: server
  name: databaseName
  location: location
  sku: {
    name: 'S0'
    tier: 'Standard'
  }
  properties: {
    requestedBackupStorageRedundancy: 'Geo'
  }
}

resource keepBackups 'Microsoft.Sql/servers/databases/backupShortTermRetentionPolicies@2021-11-01' = {
  parent: database
  name: 'default'
  properties: {
    retentionDays: 14
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'errors'
  scope: database
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'Errors'
        enabled: true
      }
      {
        category: 'Timeouts'
        enabled: true
      }
      {
        category: 'Deadlocks'
        enabled: true
      }
    ]
  }
}

@description('The host of the server.')
output serverHost string = server.properties.fullyQualifiedDomainName

@description('The name of the database.')
output databaseName string = database.name
