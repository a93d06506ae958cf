#!/bin/sh
# What the manual pages of tpm-tools describe, as an administrator's script does it. It runs with theirs and
# with ours, and prints the same.
set -eu

tpm_version 2>/dev/null | tr -d '\000'
tpm_selftest --results
tpm_getpubek | grep 'Key Size'

tpm_takeownership --owner-well-known --srk-well-known
for switch in tpm_setownable tpm_setenable tpm_setactive tpm_setclearable tpm_restrictpubek tpm_restrictsrk \
  tpm_setpresence; do
  echo "$switch"
  $switch --status -z
done

# The owner gets a password, and the well-known secret does no longer open anything.
printf 'secret\nsecret\n' | tpm_changeownerauth --owner -z
if tpm_setenable -s -z; then
  echo 'still well known'
  exit 1
fi
printf 'secret\n' | tpm_setenable -s
printf 'secret\n' | tpm_restrictsrk -a
printf 'secret\n' | tpm_restrictsrk -s
printf 'secret\n' | tpm_getpubek | tail -n 1
printf 'secret\n' | tpm_changeownerauth -o -s --set-well-known

tpm_resetdalock -z -l info
tpm_setactive -i
tpm_setactive -a
tpm_setclearable -o -z
tpm_clear -z || echo "the owner may not clear: $?"
tpm_clear --force
