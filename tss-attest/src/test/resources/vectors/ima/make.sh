#!/bin/sh
# Made with ima-evm-utils 1.4 and OpenSSL 3.0 of Debian 12, as root on a file system with attributes.
# The signatures are of the file "hello\n".
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
printf 'hello\n' > "$work/f"
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:1024 -out "$work/rsa.pem"
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$work/ec.pem"
for k in rsa ec; do
  openssl pkcs8 -topk8 -nocrypt -in "$work/$k.pem" -outform DER -out $k.pk8
  openssl req -x509 -new -key "$work/$k.pem" -subj "/CN=$k" -days 36500 \
    -addext subjectKeyIdentifier=hash -outform DER -out $k.der
  for h in sha1 sha256 sha512; do
    evmctl ima_sign --sigfile --key "$work/$k.pem" --hashalgo $h "$work/f" > /dev/null
    mv "$work/f.sig" ima-$k-$h.bin
  done
done
openssl req -x509 -new -key "$work/ec.pem" -subj "/CN=other" -days 36500 \
  -addext subjectKeyIdentifier=0102030405060708090a0b0c0d0e0f1011121314 -outform DER -out other.der
evmctl ima_hash -a sha384 "$work/f" > /dev/null
getfattr -n security.ima --only-values "$work/f" > hash-sha384.bin
evmctl sign --portable --key "$work/rsa.pem" -a sha256 --uid 1000 --gid 100 --mode 33261 "$work/f" > /dev/null
getfattr -n security.evm --only-values "$work/f" > evm-portable.bin
# What sign-file of the kernel appends to a module, made of "hello\n": the signer named by certificate
# and by key identifier, and with attributes, which the kernel takes too.
for k in rsa ec; do
  openssl pkey -inform DER -in $k.pk8 -out "$work/$k.pem"
  openssl x509 -inform DER -in $k.der -out "$work/$k.crt"
  cms="openssl cms -sign -binary -nocerts -nosmimecap -outform DER -md sha256 -in $work/f
    -signer $work/$k.crt -inkey $work/$k.pem"
  $cms -noattr -out modsig-$k.bin
  $cms -noattr -keyid -out modsig-$k-keyid.bin
  $cms -out modsig-$k-attributes.bin
done
openssl cms -sign -binary -nocerts -nosmimecap -noattr -outform DER -md sha256 -in "$work/f" \
  -signer "$work/rsa.crt" -inkey "$work/rsa.pem" -signer "$work/ec.crt" -inkey "$work/ec.pem" \
  -out modsig-two.bin
# evm-portable.bin as a big-endian machine would sign it: uid 1000, gid 100, mode 0100755.
{ cat hash-sha384.bin; printf '\0\0\0\0\0\0\0\0\0\0\0\0\0\0\3\350\0\0\0\144\201\355\0\0'; } |
  openssl dgst -sha256 -sign "$work/rsa.pem" -out "$work/big.sig"
{ printf '\5\2\4'; head -c 7 evm-portable.bin | tail -c 4; printf '\0\200'; cat "$work/big.sig"; } \
  > evm-portable-big.bin
rm -r "$work"
