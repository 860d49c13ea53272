#!/usr/bin/env bash
# Fills a replicated table of two shards, while the server of one is killed and started again, and another table by
# one server and then by its replica, and checks what is there on every replica. Untested: see README.md.
set -euo pipefail
cd "$(dirname "$0")"

ROWS=3000000
TABLE=images_analytical
KEY="cityHash64(image_id)"
PLACE="--url http://default@ch-1-1:8123/default --cluster photos --sharding-key $KEY --yes"

trap 'docker compose down --volumes' EXIT
docker compose up --detach --wait

faker() { docker compose exec -T faker npm start --silent -- "$@"; }
ask() { docker compose exec -T "$1" clickhouse-client --query "$2"; }
same() { # what, found, due
  [[ "$2" == "$3" ]] || { echo "$1: $2, but $3 was due" >&2; exit 1; }
  echo "$1: $2"
}

faker ddl --url http://default@ch-1-1:8123/default --cluster photos |
  docker compose exec -T ch-1-1 clickhouse-client
ask ch-1-1 "CREATE TABLE everything ON CLUSTER photos AS $TABLE ENGINE = Distributed(photos, default, $TABLE, $KEY)"

# shellcheck disable=SC2086
faker --rows $ROWS --seed 42 --writer native $PLACE &
RUN=$!
until [[ "$(ask ch-2-1 "SELECT count() FROM $TABLE")" -gt 100000 ]]; do
  kill -0 $RUN || { echo "the run ended before shard 2 had its rows" >&2; exit 1; }
  sleep 0.2
done
docker compose kill ch-2-1
sleep 5
docker compose up --detach --wait ch-2-1
wait $RUN || true
# shellcheck disable=SC2086
faker --rows $ROWS --writer native $PLACE
# shellcheck disable=SC2086
faker verify $PLACE

for shard in 1 2; do
  for server in ch-$shard-1 ch-$shard-2; do
    ask $server "SYSTEM SYNC REPLICA $TABLE"
    same "rows on $server of another shard" \
      "$(ask $server "SELECT count() FROM $TABLE WHERE $KEY % 2 != $((shard - 1))")" 0
    same "rows on $server that are there twice" \
      "$(ask $server "SELECT count() - uniqExact(image_id) FROM $TABLE")" 0
  done
  # As text: a hash of columns of which one is NULL is NULL itself.
  HASH="SELECT sum(cityHash64(toString(tuple(*)))) FROM $TABLE"
  same "contents of the replicas of shard $shard" "$(ask ch-$shard-2 "$HASH")" "$(ask ch-$shard-1 "$HASH")"
done
same "different ids in all" "$(ask ch-1-2 "SELECT uniqExact(image_id) FROM everything")" $ROWS
same "rows of 10 ids, each asked of its shard alone" \
  "$(ask ch-1-2 "SELECT count() FROM everything WHERE image_id IN (1, 2, 3, 5, 8, 13, 21, 34, 55, 89)
    SETTINGS optimize_skip_unused_shards = 1, force_optimize_skip_unused_shards = 1")" 10

# By one server until that command is killed, then by its replica while the server is away.
MOVED="--table moved --rows 5000000 --seed 42 --writer native --yes"
ask ch-1-1 "CREATE TABLE moved ON CLUSTER photos (id UInt64, name String) ENGINE = ReplicatedMergeTree ORDER BY id"
# shellcheck disable=SC2086
faker $MOVED --url http://default@ch-1-1:8123/default &
RUN=$!
until [[ "$(ask ch-1-2 "SELECT count() FROM moved")" -gt 100000 ]]; do
  kill -0 $RUN || { echo "the run ended before it had rows" >&2; exit 1; }
  sleep 0.2
done
docker compose exec -T faker pkill --signal KILL node
wait $RUN || true
for table in moved data_faker_runs data_faker_steps; do ask ch-1-2 "SYSTEM SYNC REPLICA $table"; done
docker compose kill ch-1-1
MET=$(ask ch-1-2 "SELECT count() FROM moved")
[[ "$MET" -lt 5000000 ]] || { echo "the run was not killed in time" >&2; exit 1; }
echo "rows by ch-1-1: $MET"
# shellcheck disable=SC2086
faker $MOVED --url http://default@ch-1-2:8123/default
docker compose up --detach --wait ch-1-1
for server in ch-1-1 ch-1-2; do
  ask $server "SYSTEM SYNC REPLICA moved"
  same "rows on $server" "$(ask $server "SELECT (count(), uniqExact(id)) FROM moved")" "(5000000,5000000)"
done
STEPS="SELECT sum(cityHash64(*)) FROM data_faker_steps FINAL"
for server in ch-1-1 ch-1-2 ch-2-1 ch-2-2; do
  ask $server "SYSTEM SYNC REPLICA data_faker_steps"
  same "steps on $server" "$(ask $server "$STEPS")" "$(ask ch-1-1 "$STEPS")"
done
echo "All is as it should be."
