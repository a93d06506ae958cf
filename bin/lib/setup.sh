# shellcheck shell=bash
# What the launchers share: find a JDK and Maven, install the Debian packages that are missing, build the
# program. Sourced, never run. Speaks on standard error only, so that a launcher's own output stays clean.

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
PATH=$PATH:/usr/sbin:/sbin # where tcsd and ldconfig live; not everybody's PATH has it

# Not 1, 2 or 3: those are the program's own answers (README.md, exit codes).
unavailable=69

say() { printf '%s\n' "$*" >&2; }

give_up() {
  say "${0##*/}: $*"
  exit "$unavailable"
}

# --- Debian packages ---------------------------------------------------------------------------------
#
# A wish is a line of three columns: what must be there, the package that brings it, what it is for.
#   program:tcsd        trousers   the daemon that owns a TPM 1.2
#   library:libX.so.0   libX0      ...
#   file:/usr/share/x   x          ...

present() {
  case $1 in
    program:*) command -v "${1#*:}" >/dev/null ;;
    # Without ldconfig (macOS, musl) nobody can be asked: the JVM will say it if the library is not there.
    library:*) ! command -v ldconfig >/dev/null || [[ $(ldconfig -p) == *"${1#*:} "* ]] ;;
    file:*) [ -e "${1#*:}" ] ;;
    *) give_up "a wish starts with program:, library: or file:, not '$1'" ;;
  esac
}

# absent WISHES: the lines of WISHES that are not fulfilled.
absent() {
  local what package reason
  while read -r what package reason; do
    [ -z "$what" ] || present "$what" || printf '%s %s %s\n' "$what" "$package" "$reason"
  done <<<"$1"
}

# Says in $why_not why packages cannot be installed, or sets $as_root to what has to stand before apt-get.
find_installer() {
  why_not='' as_root=()
  if ! command -v apt-get >/dev/null; then
    why_not='this system has no apt-get'
  elif [ "$(id -u)" = 0 ]; then
    :
  elif ! command -v sudo >/dev/null; then
    why_not='you are not root and there is no sudo'
  elif sudo -n true 2>/dev/null || { [ -t 0 ] && say 'Packages are missing; sudo may ask for your password.' && sudo -v; }; then
    as_root=(sudo)
  else
    why_not='you are not root and sudo wants a password'
  fi
}

apt() {
  ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=120 "$@" >>"$log" 2>&1 </dev/null
}

# install_packages PACKAGE...: 0 if all of them are installed now; otherwise $why_not says why not.
install_packages() {
  local package failed=()
  find_installer
  [ -z "$why_not" ] || return 1
  mkdir -p "$root/target"
  log=$root/target/apt.log
  say "Installing $* (log: target/apt.log) ..."
  if [ -z "${apt_updated-}" ]; then
    # Without Error-Mode a network that is not there passes for success.
    apt update -o APT::Update::Error-Mode=any ||
      say 'apt-get update failed (no network?); trying with the package lists that are there.'
    apt_updated=yes
  fi
  apt install --no-install-recommends "$@" && return
  # One unknown name must not keep the others away.
  for package in "$@"; do
    apt install --no-install-recommends "$package" || failed+=("$package")
  done
  [ ${#failed[@]} = 0 ] && return
  why_not="apt-get could not install ${failed[*]}: $(grep '^E:' "$log" | tail -n 1)"
  return 1
}

# fulfil WISHES: installs what is missing. Leaves in $unfulfilled the lines that stay open, in $why_not why.
fulfil() {
  local packages
  why_not=''
  unfulfilled=$(absent "$1")
  [ -n "$unfulfilled" ] || return 0
  mapfile -t packages < <(awk '{ print $2 }' <<<"$unfulfilled" | sort -u)
  install_packages "${packages[@]}" || true
  unfulfilled=$(absent "$1")
}

# list_unfulfilled: each of them as a line for people.
list_unfulfilled() {
  local what package reason
  while read -r what package reason; do
    say "  ${what#*:} (package $package): $reason"
  done <<<"$unfulfilled"
  [ -z "$why_not" ] || say "  Not installed because $why_not."
}

# require WISHES: as fulfil, but there is no going on without them.
require() {
  fulfil "$1"
  [ -z "$unfulfilled" ] && return
  say 'This is missing:'
  list_unfulfilled
  give_up 'cannot go on without it'
}

# --- Java and Maven ----------------------------------------------------------------------------------

# jdk_version HOME: its major number, 0 if there is no JDK. Reads a file, for a JVM would take a second to ask.
jdk_version() {
  local version=''
  if [ -x "$1/bin/javac" ]; then
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true)
  fi
  printf '%s' "${version:-0}"
}

find_jdk() {
  local on_path home
  on_path=$(readlink -f -- "$(command -v javac)" || true)
  for home in "${JAVA_HOME-}" "${on_path%/bin/javac}" /usr/lib/jvm/*; do
    if [ "$(jdk_version "$home")" -ge 17 ]; then
      export JAVA_HOME=$home
      return
    fi
  done
  return 1
}

# Exports JAVA_HOME: a JDK of version 17 or newer.
need_jdk() {
  local package
  find_jdk && return
  for package in openjdk-17-jdk-headless openjdk-21-jdk-headless default-jdk-headless; do
    if install_packages "$package"; then
      find_jdk && return
    fi
    [ -n "${apt_updated-}" ] || break # apt-get cannot be used at all
  done
  give_up "needs a JDK, version 17 or newer, and found none (${why_not:-the installed one is older}). \
Install openjdk-17-jdk-headless or set JAVA_HOME."
}

# works_as_maven COMMAND: is it Maven 3.8.7 or newer?
works_as_maven() {
  local version
  version=$("$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p')
  [ -n "$version" ] && [ "$(printf '%s\n' 3.8.7 "$version" | sort -V | head -n 1)" = 3.8.7 ]
}

# Sets $maven to the installed Maven, else to the wrapper (which fetches one), else installs Debian's.
need_maven() {
  for maven in mvn "$root/mvnw"; do
    works_as_maven "$maven" && return
  done
  install_packages maven || true
  maven=mvn
  works_as_maven mvn || give_up "needs Maven 3.8.7 or newer: mvn is missing or older, ./mvnw could not fetch one, \
and ${why_not:-the packaged one is older}"
}

# --- The program -------------------------------------------------------------------------------------

program=$root/tss-cli/target/tpm
built=$root/tss-cli/target/built # as old as the sources that $program was made from

# Folders are looked at too: a file that is gone leaves its mark there.
is_current() {
  [ -x "$program/bin/tpm" ] && [ -e "$built" ] &&
    [ -z "$(find "$root/pom.xml" "$root"/.mvn "$root"/*/pom.xml "$root"/*/src/main -newer "$built" -print -quit)" ]
}

# Builds $program unless it is as new as its sources. Two that come at once: the second waits for the first.
build_program() {
  is_current && return
  mkdir -p "$root/tss-cli/target"
  (
    command -v flock >/dev/null && flock 9
    is_current && exit
    need_maven
    say 'Building tssj (the first time also fetches its libraries) ...'
    touch "$built.begun"
    if ! "$maven" -B -q -f "$root/pom.xml" -pl tss-cli -am -DskipTests -Dskip.test.compile=true package \
      >"$root/tss-cli/target/build.log" 2>&1 </dev/null; then
      cat "$root/tss-cli/target/build.log" >&2
      give_up 'the build failed; what Maven said stands above'
    fi
    mv "$built.begun" "$built"
  ) 9>"$root/tss-cli/target/build.lock" || exit
}
