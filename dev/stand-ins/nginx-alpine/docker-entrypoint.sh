#!/bin/sh
set -e

entrypoint_log() {
  [ -n "${NGINX_ENTRYPOINT_QUIET_LOGS:-}" ] || echo "$@"
}

if [ "$1" = nginx ] || [ "$1" = nginx-debug ]; then
  if find /docker-entrypoint.d/ -mindepth 1 -maxdepth 1 -type f -print -quit | read -r _; then
    entrypoint_log "$0: /docker-entrypoint.d/ is not empty, will attempt to perform configuration"
    find /docker-entrypoint.d/ -follow -type f -print | sort -V > /tmp/entrypoint.list
    while read -r file <&3; do
      case "$file" in
        *.envsh)
          if [ -x "$file" ]; then
            entrypoint_log "$0: Sourcing $file"
            # shellcheck disable=SC1090
            . "$file"
          else
            entrypoint_log "$0: Ignoring $file, not executable"
          fi
          ;;
        *.sh)
          if [ -x "$file" ]; then
            entrypoint_log "$0: Launching $file"
            "$file"
          else
            entrypoint_log "$0: Ignoring $file, not executable"
          fi
          ;;
        *) entrypoint_log "$0: Ignoring $file" ;;
      esac
    done 3< /tmp/entrypoint.list
    rm -f /tmp/entrypoint.list
    entrypoint_log "$0: Configuration complete; ready for start up"
  else
    entrypoint_log "$0: No files found in /docker-entrypoint.d/, skipping configuration"
  fi
fi

exec "$@"
