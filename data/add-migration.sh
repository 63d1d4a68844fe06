#!/usr/bin/env bash
# Writes what is generated from the model, for both databases: data/add-migration.sh <Name>
# Where nothing changed that a database would see, all but the migrations: data/add-migration.sh --no-migration
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?Usage: data/add-migration.sh <Name>, in the form of AnnouncementReactions, or --no-migration}

build() { dotnet build data --nologo --verbosity quiet; }

dotnet tool restore >/dev/null

# What was generated from the model as it was may not compile any more: something empty takes its place for the time being.
rm -rf data/CompiledModels
for model in Sqlite/RenkeiBotDbContextModel SqlServer/SqlServerDbContextModel; do
  mkdir -p "data/CompiledModels/${model%/*}"
  echo "namespace RenkeiBot.Data.CompiledModels.${model%/*}; internal sealed class ${model#*/} { internal static Microsoft.EntityFrameworkCore.Metadata.IModel Instance => null!; }" \
    > "data/CompiledModels/$model.cs"
done

build
if [ "$name" != --no-migration ]; then
  dotnet ef migrations add "$name" --project data --no-build --context RenkeiBotDbContext --output-dir Migrations/Sqlite
  dotnet ef migrations add "$name" --project data --no-build --context SqlServerDbContext --output-dir Migrations/SqlServer
  build
fi

# A new SQLite database is made by one script, not migration by migration.
dotnet ef migrations script --project data --no-build --context RenkeiBotDbContext --no-transactions --output data/Migrations/Sqlite/all.sql
for context in RenkeiBotDbContext:Sqlite SqlServerDbContext:SqlServer; do
  dotnet ef dbcontext optimize --project data --no-build --context "${context%:*}" \
    --output-dir "CompiledModels/${context#*:}" --namespace "RenkeiBot.Data.CompiledModels.${context#*:}"
done

# dotnet ef begins its files with a byte order mark, which the others here do not have.
find data/Migrations data/CompiledModels -type f -exec sed -i '1s/^\xEF\xBB\xBF//' {} +
# The models are for this assembly alone.
sed -i 's/^    public partial class/    internal partial class/' data/CompiledModels/*/*Model.cs data/CompiledModels/*/*ModelBuilder.cs
echo "Read the migrations before you commit them: what is dropped, what becomes required, what a table with many rows has to go through."
