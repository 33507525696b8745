#!/bin/sh
set -e

# Options alone, or a configuration file, are for redis-server.
if [ "${1#-}" != "$1" ] || [ "${1%.conf}" != "$1" ]; then
  set -- redis-server "$@"
fi

if [ "$1" = redis-server ] && [ "$(id -u)" = 0 ]; then
  find . \! -user redis -exec chown redis '{}' +
  exec gosu redis "$0" "$@"
fi

# The image of the Redis project is built with another default than Debian's: others than localhost may connect.
if [ "$1" = redis-server ]; then
  umask 0077
  shift
  case "${1:-}" in
    "" | -*) set -- redis-server --protected-mode no "$@" ;;
    *)
      file=$1
      shift
      if grep -q '^ *protected-mode' "$file"; then
        set -- redis-server "$file" "$@"
      else
        set -- redis-server "$file" --protected-mode no "$@"
      fi
      ;;
  esac
fi

exec "$@"
