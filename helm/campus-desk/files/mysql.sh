# Shared by the scripts beside it; source it. Finds the client, the password and the server.

fail() { printf '%s\n' "$*" >&2; exit 1; }

# The password goes into a file that only this container sees, in the quotes of an option file.
secret=$(sed 's/[\\"]/\\&/g' /run/secrets/mysql/password)
printf '[client]\nuser="%s"\npassword="%s"\n' "$MYSQL_USER" "$secret" >/tmp/my.cnf
unset secret

client() { "$(command -v mysql || command -v mariadb)" --defaults-extra-file=/tmp/my.cnf --host="${server%:*}" --port="${server##*:}" "$@"; }
ask() { client --batch --skip-column-names --execute "$1" "$MYSQL_DATABASE"; }

# Sets `server` to the first host that answers and takes writes; waits for one for five minutes.
find_server() {
  local deadline=$((SECONDS + 300)) reason
  while [ "$SECONDS" -lt "$deadline" ]; do
    for server in $MYSQL_HOSTS; do
      if reason=$(ask 'SELECT @@global.read_only' 2>&1); then
        if [ "$reason" = 0 ]; then printf 'using %s\n' "$server"; return; fi
        reason="$server takes no writes"
      fi
    done
    printf 'waiting for the database: %s\n' "$reason"
    sleep 3
  done
  fail "no database after five minutes: $reason"
}
