#!/usr/bin/env bash
# Loads a dump from /dumps: the file that DUMP names, or the newest. Refuses while the desk runs, and, unless OVERWRITE
# is yes, to replace tickets.
set -euo pipefail
. "$(dirname "$0")/mysql.sh"

if [ "$DUMP" = newest ]; then file=$(ls -1 /dumps/*.sql.gz 2>/dev/null | sort | tail -n 1); else file=/dumps/$DUMP; fi
[ -f "$file" ] || fail "there is no dump ${file:-at all}; there are: $(ls -1 /dumps)"
gzip --test "$file"
# Before anything is dropped for it.
[ "$(gzip --decompress --stdout "$file" | grep -c '^CREATE TABLE `feed_head`')" = 1 ] || fail "$file holds no desk"

find_server
others=$(ask "SELECT COUNT(*) FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()")
[ "$others" = 0 ] || fail "the desk is running ($others connections): scale its ticket service to 0 first"
tables=$(ask 'SHOW TABLES')
if grep -qx ticket <<<"$tables" && [ "$OVERWRITE" != yes ]; then
  has_tickets=$(ask 'SELECT EXISTS (SELECT 1 FROM ticket)')
  [ "$has_tickets" = 0 ] || fail "there are tickets already: set OVERWRITE to yes to replace them"
fi

printf 'loading %s\n' "$file"
{
  echo 'SET foreign_key_checks = 0;'
  # Tables that a later version has added would be in the way of its migrations.
  for table in $tables; do printf 'DROP TABLE `%s`;\n' "$table"; done
  gzip --decompress --stdout "$file"
  # Another history from here on: whoever followed the old one must not go on in it.
  echo 'UPDATE feed_head SET log_id = UUID();'
} | client "$MYSQL_DATABASE"
count=$(ask 'SELECT COUNT(*) FROM ticket')
printf 'restored: %s tickets\n' "$count"
