#!/usr/bin/env bash
# Dumps the database to /dumps as it is at one moment, without holding anybody up, and keeps the newest KEEP dumps.
# A desk without tickets is nothing to dump: its dump would be the newest, and push out others.
set -euo pipefail
. "$(dirname "$0")/mysql.sh"

find_server
tables=$(ask "SHOW TABLES LIKE 'ticket'")
if [ -n "$tables" ]; then has_tickets=$(ask 'SELECT EXISTS (SELECT 1 FROM ticket)'); else has_tickets=0; fi
if [ "$has_tickets" = 0 ]; then
  echo "there are no tickets: nothing to dump"
  exit 0
fi

dumper=$(command -v mysqldump || command -v mariadb-dump)
options=(--single-transaction --quick --no-tablespaces --hex-blob --default-character-set=utf8mb4)
# MySQL's own client would add what only another member of its replication group may load.
if "$dumper" --help | grep -q -- --set-gtid-purged; then options+=(--set-gtid-purged=OFF); fi

file=/dumps/$MYSQL_DATABASE-$(date -u +%Y%m%dT%H%M%SZ).sql.gz
trap 'rm -f "$file.partial"' EXIT
"$dumper" --defaults-extra-file=/tmp/my.cnf --host="${server%:*}" --port="${server##*:}" "${options[@]}" "$MYSQL_DATABASE" |
  gzip >"$file.partial"
# The dumper's last line: without it the dump ended early.
gzip --decompress --stdout "$file.partial" | tail -n 1 | grep -q '^-- Dump completed' || fail "$file is not whole"
mv "$file.partial" "$file"
printf 'dumped to %s, %s bytes\n' "$file" "$(stat --format %s "$file")"

ls -1 /dumps/*.sql.gz | sort --reverse | tail -n "+$((KEEP + 1))" | while read -r old; do
  rm "$old"
  printf 'removed %s\n' "$old"
done
