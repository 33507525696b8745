# What the scripts of this folder share. To be sourced, after `set -euo pipefail`.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/fermata
script=$(basename "$0")

say() { echo "$script: $*" >&2; }
die() {
  say "$*"
  exit 1
}

# The comment at the head of a script is its help.
help() {
  sed -n '2,/^[^#]/{/^#/!d; s/^# \{0,1\}//; p}' "$0"
  exit 0
}

# --- Java -------------------------------------------------------------------------------------------------------

java_release() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

# Sets JAVA_HOME to a JDK 25: the one it names already, else the one on PATH or one among the system's JDKs.
use_jdk() {
  local home compiler
  compiler=$(readlink -f "$(type -P javac || echo /none)")
  for home in "${JAVA_HOME:-}" "${compiler%/bin/javac}" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -x "$home/bin/javac" ] && [ "$(java_release "$home")" = 25 ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  die "no JDK 25 found; install one or let JAVA_HOME name it"
}

# Maven on that JDK. (The options keep JDK 25 from warning about Maven's own libraries.)
maven() {
  MAVEN_OPTS="--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED -Djansi.noreset=true ${MAVEN_OPTS:-}" \
    "${maven_inside[@]}" mvn -B -ntp -Dstyle.color=never "$@"
}
maven_inside=()

# --- What Maven has packed --------------------------------------------------------------------------------------

# packed: sets `jars`, the command's own first, and `version`.
packed() {
  local candidate
  [ -f "$root/cli/target/classpath" ] || die "nothing is packed yet; dev/build does that"
  for candidate in "$root"/cli/target/cli-*.jar; do
    case $candidate in
      *-tests.jar | *-sources.jar | *-javadoc.jar) ;;
      *) jars=("$candidate") ;;
    esac
  done
  version=${jars[0]##*/cli-}
  version=${version%.jar}
  local libraries
  IFS=: read -r -a libraries <"$root/cli/target/classpath" || true
  jars+=("${libraries[@]}")
}

# fingerprint_of FILE...: one digest of the contents of files.
fingerprint_of() { cat "$@" | sha256sum | cut -d ' ' -f 1; }

# --- Debian's packages ------------------------------------------------------------------------------------------

is_root_on_debian() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null; }

# Package lists are fetched once per script, and only by one that has something to fetch.
apt_updated=
apt_update() {
  [ -z "$apt_updated" ] || return 0
  apt-get -qq update >/dev/null || die "apt-get update failed; see above"
  apt_updated=yes
}

# apt_install PACKAGE...: what is not installed yet, without what is merely recommended.
apt_install() {
  local package missing=()
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing Debian's ${missing[*]}"
  apt_update
  DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "${missing[@]}" \
    </dev/null >"$cache/apt.log" 2>&1 || die "cannot install ${missing[*]}: $(grep -m 1 '^E:' "$cache/apt.log" || echo "see $cache/apt.log")"
}

debian_suite() { sed -n 's/^VERSION_CODENAME=//p' /etc/os-release; }

# debian_mirror Debian|Debian-Security: the address of the archive that this machine's apt uses.
debian_mirror() {
  local address list
  address=$(apt-get indextargets --format "\$(LABEL) \$(COMPONENT) \$(REPO_URI)" 'Created-By: Packages' |
    sed -n "s/^$1 main //p" | head -n 1)
  case $address in
    mirror+file:*)
      list=${address#mirror+file:}
      list=/${list##/}
      address=$(sed -n 's/[[:space:]].*//; /^http/p' "${list%/}" | head -n 1)
      ;;
  esac
  echo "$address"
}

# unpack SUITE FOLDER PACKAGE...: unpacks packages of a Debian suite into a folder, without installing them.
unpack() {
  local suite=$1 folder=$2 package mirror options
  shift 2
  local apt=$folder/.apt
  apt_update
  mirror=$(debian_mirror Debian)
  [ -n "$mirror" ] || die "no Debian mirror in this machine's apt sources"
  mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial"
  echo "deb $mirror $suite main" >"$apt/sources.list"
  options=(-qq -o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::Lists=$apt/lists"
    -o "Dir::Cache=$apt/cache" -o APT::Sandbox::User=root)
  apt-get "${options[@]}" update >/dev/null || die "cannot read Debian's $suite"
  (cd "$apt/cache/archives" && apt-get "${options[@]}" download "$@" >/dev/null) || die "cannot fetch $* of Debian's $suite"
  for package in "$apt"/cache/archives/*.deb; do
    dpkg -x "$package" "$folder"
  done
  rm -rf "$apt"
}

# --- Processes that these scripts start -------------------------------------------------------------------------

# started FOLDER: whether the process that FOLDER/pid names lives and is the one that was started for FOLDER: its
# command line names the folder, so that a pid that was given away since is never taken for ours.
started() {
  [ -f "$1/pid" ] && tr '\0' ' ' 2>/dev/null <"/proc/$(cat "$1/pid")/cmdline" | grep -qF "$1/"
}

# stop_started FOLDER: ends that process and waits until it is gone.
stop_started() {
  local pid tries=300
  started "$1" || return 0
  pid=$(cat "$1/pid")
  kill "$pid"
  while started "$1"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || die "process $pid does not end; see $1/log"
    sleep 0.1
  done
  rm -f "$1/pid"
}

# --- The engine -------------------------------------------------------------------------------------------------

# The engine's address, found as the docker client finds it.
engine_host() {
  local config=${DOCKER_CONFIG:-$HOME/.docker} context=${DOCKER_CONTEXT:-} meta host=
  if [ -n "${DOCKER_HOST:-}" ]; then
    check_host "$DOCKER_HOST"
    echo "$DOCKER_HOST"
    return
  fi
  [ -n "$context" ] || context=$(sed -n 's/.*"currentContext"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p' "$config/config.json" 2>/dev/null || true)
  if [ -n "$context" ] && [ "$context" != default ]; then
    meta=$config/contexts/meta/$(printf %s "$context" | sha256sum | cut -d ' ' -f 1)/meta.json
    host=$(grep -o '"Host"[[:space:]]*:[[:space:]]*"[^"]*"' "$meta" 2>/dev/null | head -n 1 | sed 's/.*"\([^"]*\)"$/\1/' || true)
    [ -n "$host" ] || die "the docker context '$context' has no address in $meta"
  fi
  host=${host:-unix:///var/run/docker.sock}
  check_host "$host"
  echo "$host"
}

check_host() {
  case $1 in
    unix://* | tcp://*) ;;
    *) die "these scripts reach an engine by unix:// or tcp://, not by $1" ;;
  esac
}

# engine_api HOST PATH [CURL-OPTION...]: one request to the engine's API.
engine_api() {
  local host=$1 path=$2
  shift 2
  case $host in
    unix://*) curl -sS --unix-socket "${host#unix://}" "$@" "http://localhost$path" ;;
    tcp://*) curl -sS --noproxy '*' "$@" "http://${host#tcp://}$path" ;;
  esac
}

# Prints the version of the engine at HOST; fails where none answers.
engine_version() {
  local answer version
  answer=$(engine_api "$1" /version -f --max-time 10 2>/dev/null) || return 1
  version=$(sed -n 's/.*"Version":"\([^"]*\)","ApiVersion".*/\1/p' <<<"$answer")
  echo "${version:-of an unknown version}"
}

# Why no engine answers at HOST, as far as can be told from here.
no_engine() {
  local socket=${1#unix://}
  if [ -S "$socket" ] && [ ! -w "$socket" ]; then
    echo "this user may not use the engine at $1 (its group: $(stat -c %G "$socket"))"
  else
    echo "no engine answers at $1"
  fi
}

# engine_folder HOST: the folder of the engine at HOST where dev/engine started it; fails where it did not.
engine_folder() {
  local folder
  for folder in "$cache"/engine/*; do
    if [ -f "$folder/host" ] && [ "$(cat "$folder/host")" = "$1" ] && started "$folder"; then
      echo "$folder"
      return
    fi
  done
  return 1
}

# start_registry FOLDER: a registry for the engine that dev/engine started in FOLDER, at localhost:5000 of that
# engine's network namespace. The images are kept in the cache and shared by all of them.
start_registry() {
  local folder=$1/registry tries=300 inside=()
  ! started "$folder" || return 0
  [ -x "$cache/docker-registry/usr/bin/docker-registry" ] || unpack "$(debian_suite)" "$cache/docker-registry" docker-registry
  [ ! -f "$1/namespace" ] || inside=(nsenter "--net=$(cat "$1/namespace")")
  mkdir -p "$folder" "$cache/registry"
  cat >"$folder/config.yml" <<X
version: 0.1
log: {level: warn}
storage:
  filesystem: {rootdirectory: $cache/registry}
  delete: {enabled: true}
http: {addr: "localhost:5000"}
X
  setsid "${inside[@]}" "$cache/docker-registry/usr/bin/docker-registry" serve "$folder/config.yml" \
    </dev/null >"$folder/log" 2>&1 8>&- 9>&- &
  echo $! >"$folder/pid"
  until "${inside[@]}" curl -sf --noproxy '*' http://localhost:5000/v2/ >/dev/null; do
    tries=$((tries - 1))
    if ! started "$folder" || [ $tries = 0 ]; then
      die "the registry does not start at localhost:5000: $(tail -n 1 "$folder/log")"
    fi
    sleep 0.1
  done
}

# --- What dev/build made ----------------------------------------------------------------------------------------

# The freshest of the two programs of this tree; fails where there is none.
freshest_build() {
  local program found=
  for program in "$root/cli/target/native/fermata" "$root/cli/target/fermata/bin/fermata"; do
    if [ -x "$program" ] && { [ -z "$found" ] || [ "$program" -nt "$found" ]; }; then
      found=$program
    fi
  done
  [ -n "$found" ] && echo "$found"
}

# Whether the freshest program is there and no source is newer.
build_is_current() {
  local program
  program=$(freshest_build) || return 1
  [ -z "$(find "$root"/pom.xml "$root"/*/pom.xml "$root"/*/src/main -newer "$program" -type f -print -quit)" ]
}
