// The service as a container app: probes, settings, and the secret of a SingleTenant bot by reference to the vault.
@description('The name of the app.')
param name string

@description('The region.')
param location string

@description('The image.')
param image string

@description('The host of the registry.')
param registryServer string

@description('The resource id of the identity.')
param identityId string

@description('The client id of the identity, by which it opens the database.')
param identityClientId string

@description('The workspace for the logs.')
param workspaceName string

@description('UserAssignedMSI or SingleTenant.')
param botType string

@description('The bot\'s app id.')
param botAppId string

@description('When the client secret expires; empty without one.')
param botSecretExpires string

@description('The address of the vault.')
param vaultUri string

@description('The host of the database server.')
param sqlServer string

@description('The database.')
param sqlDatabase string

@description('The OTLP endpoint; empty for none.')
param otlpEndpoint string

@description('The fewest instances.')
param minReplicas int

@description('The most instances.')
param maxReplicas int

var hasSecret = botType == 'SingleTenant'

var settings = [
  {
    name: 'ASPNETCORE_ENVIRONMENT'
    value: 'Production'
  }
  {
    name: 'MicrosoftAppType'
    value: botType
  }
  {
    name: 'MicrosoftAppId'
    value: botAppId
  }
  {
    name: 'MicrosoftAppTenantId'
    value: tenant().tenantId
  }
  {
    name: 'Database__Provider'
    value: 'SqlServer'
  }
  {
    name: 'ConnectionStrings__RenkeiBot'
    value: 'Server=tcp:${sqlServer},1433;Database=${sqlDatabase};Authentication=Active Directory Managed Identity;User Id=${identityClientId};Encrypt=True'
  }
  {
    name: 'OTEL_EXPORTER_OTLP_ENDPOINT'
    value: otlpEndpoint
  }
]

var secretSettings = [
  {
    name: 'MicrosoftAppPassword'
    secretRef: 'bot-secret'
  }
  {
    name: 'MicrosoftAppPasswordExpires'
    value: botSecretExpires
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2022-10-01' existing = {
  name: workspaceName
}

resource appEnvironment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-env'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    managedEnvironmentId: appEnvironment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registryServer
          identity: identityId
        }
      ]
      secrets: hasSecret ? [
        {
          name: 'bot-secret'
          keyVaultUrl: '${vaultUri}secrets/bot-secret'
          identity: identityId
        }
      ] : []
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'service'
          image: image
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: hasSecret ? concat(settings, secretSettings) : settings
          volumeMounts: [
            {
              volumeName: 'tmp'
              mountPath: '/tmp'
            }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/health/live'
                port: 8080
              }
              periodSeconds: 2
              failureThreshold: 60
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/health/live'
                port: 8080
              }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/health/ready'
                port: 8080
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: maxReplicas
      }
      volumes: [
        {
          name: 'tmp'
          storageType: 'EmptyDir'
        }
      ]
    }
  }
}

@description('The host under which the service is reached.')
output host string = app.properties.configuration.ingress.fqdn
