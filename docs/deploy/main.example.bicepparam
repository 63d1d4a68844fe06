// An example: copy it, fill it in, and keep the copy out of the repository.
using 'main.bicep'

param image = 'example.azurecr.io/renkeibot:1.0.0'
param registryName = 'example'
param sqlAdminGroupId = '00000000-0000-0000-0000-000000000000'
param sqlAdminGroupName = 'renkeibot-database-administrators'
