#!/bin/sh
# Applies the migrations in order, each in a transaction of its own and only once.
set -eu
PGPASSWORD=$(cat "$PASSWORD_FILE")
export PGPASSWORD
run() { psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 "$@"; }

run -c 'CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())'
for file in /migrations/*.sql; do
  version=$(basename "$file" .sql)
  version=${version%%-*}
  [ -z "$(run -c "SELECT 1 FROM schema_version WHERE version = $version")" ] || continue
  run --single-transaction -f "$file" -c "INSERT INTO schema_version (version) VALUES ($version)"
  echo "applied $(basename "$file")"
done
echo "the database is at version $(run -c 'SELECT max(version) FROM schema_version')"
