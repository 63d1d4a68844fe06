#!/usr/bin/env bash
# Writes a migration of the model's changes for both databases: data/add-migration.sh <Name>
set -euo pipefail
cd "$(dirname "$0")/.."
name=${1:?Usage: data/add-migration.sh <Name>, in the form of AnnouncementReactions}

dotnet tool restore >/dev/null
dotnet build data --nologo --verbosity quiet
dotnet ef migrations add "$name" --project data --no-build --context RenkeiBotDbContext --output-dir Migrations/Sqlite
dotnet ef migrations add "$name" --project data --no-build --context SqlServerDbContext --output-dir Migrations/SqlServer

# dotnet ef begins its files with a byte order mark, which the others here do not have.
sed -i '1s/^\xEF\xBB\xBF//' data/Migrations/*/*_"$name"*.cs data/Migrations/*/*ModelSnapshot.cs
echo "Read both before you commit them: what is dropped, what becomes required, what a table with many rows has to go through."
