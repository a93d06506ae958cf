#!/bin/bash
# Makes the files beside it: quotes of a software TPM 2.0 by tpm2-tools, in every form these tools
# write. Keys and signatures differ in every run. Made with swtpm 0.7.1, libtpms 0.9.2 and
# tpm2-tools 5.4 (Debian 12). The private keys live only in the TPM that ends with this script.
#
#   make.sh DIRECTORY
set -euo pipefail
out=$(realpath "$1")
work=$(mktemp -d)
port=${PORT:-25321}
swtpm socket --tpm2 --tpmstate dir="$work" --server type=tcp,port=$port,bindaddr=127.0.0.1 \
  --ctrl type=tcp,port=$((port + 1)),bindaddr=127.0.0.1 --flags not-need-init,startup-clear &
tpm=$!
trap 'kill $tpm; rm -r "$work"' EXIT
sleep 1
export TPM2TOOLS_TCTI=swtpm:host=127.0.0.1,port=$port
cd "$work"
flush() { tpm2_flushcontext -t; tpm2_flushcontext -l; tpm2_flushcontext -s; }

nonce=000102030405060708090a0b0c0d0e0ffedcba98
printf '%s' "$nonce" | xxd -r -p > "$out/nonce.bin"

# PCR 0 twice, 1 10 16 23 once; every bank its own digest.
for pcr in 0 0 1 10 16 23; do
  banks=
  for bank in sha1 sha256 sha384 sha512; do
    banks+=,$bank=$(printf 'measured into %s' "$pcr" | ${bank}sum | cut -d' ' -f1)
  done
  tpm2_pcrextend "$pcr:${banks#,}"
done
tpm2_pcrread > "$out/pcrread.yaml"
tpm2_pcrread -o "$out/pcrread-sha256.values" sha256:0,1,2,10,16,23
tpm2_pcrread -F serialized -o "$out/pcrread-sha256.serialized" sha256:0,1,2,10,16,23

tpm2_createek -Q -c ek.ctx -G rsa -u ek.pub
flush

# name, key algorithm, scheme, hash, selection
quote() {
  local name=$1 key=$2 scheme=$3 hash=$4 selection=$5
  local to=$out/$name
  mkdir -p "$to"
  tpm2_createak -Q -C ek.ctx -c "$name.ctx" -G "$key" -s "$scheme" -g "$hash" \
    -f tss -u "$to/ak.tpm2b" -n "$to/ak.name"
  flush
  tpm2_readpublic -Q -c "$name.ctx" -f pem -o "$to/ak.pem"
  tpm2_readpublic -Q -c "$name.ctx" -f der -o "$to/ak.der"
  tpm2_readpublic -Q -c "$name.ctx" -f tpmt -o "$to/ak.tpmt"
  flush
  tpm2_quote -Q -c "$name.ctx" -l "$selection" -q "$nonce" -g "$hash" --scheme="$scheme" \
    -m "$to/message" -s "$to/signature.tpmt" -o "$to/pcrs.serialized"
  flush
  printf '%s %s %s %s\n' "$key" "$scheme" "$hash" "$selection" > "$to/about.txt"
}
quote rsassa-sha256 rsa rsassa sha256 sha256:0,1,2,10,16
quote rsapss-sha256 rsa rsapss sha256 sha256:0,1,2,10,16,17,23
quote rsapss-sha512 rsa3072 rsapss sha512 sha512:0,23
quote ecdsa-p256 ecc ecdsa sha256 sha256:0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
quote ecdsa-p384 ecc384 ecdsa sha384 sha384:0,1+sha1:10,16+sha256:0,1,2,3,4,5,6,7,8,9,10
quote ecdsa-p521 ecc521 ecdsa sha512 sha1:0,16
quote weak-rsa1024 rsa1024 rsassa sha1 sha1:0,1,2
quote weak-p224 ecc224 ecdsa sha256 sha256:0

# The same quotes once more with the signature alone, as tpm2_quote -f plain writes it, and with
# PCR values without their selection.
plain() {
  local name=$1 scheme=$2 hash=$3 selection=$4 to=$out/$1
  tpm2_quote -Q -c "$name.ctx" -l "$selection" -q "$nonce" -g "$hash" --scheme="$scheme" -f plain -F values \
    -m "$to/plain.message" -s "$to/plain.signature" -o "$to/plain.pcrs"
  flush
}
plain rsassa-sha256 rsassa sha256 sha256:0,1,2,10,16
plain rsapss-sha256 rsapss sha256 sha256:0,1,2,10,16,17,23
plain ecdsa-p256 ecdsa sha256 sha256:0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16
plain ecdsa-p384 ecdsa sha384 sha384:0,1+sha1:10,16+sha256:0,1,2,3,4,5,6,7,8,9,10

# Schemes that tpm2_createak does not offer: SM2 on its own curve and on another.
primary() {
  local name=$1 key=$2 scheme=$3 to=$out/$1
  mkdir -p "$to"
  tpm2_createprimary -Q -C o -G "$key:$scheme-sha256:null" -c "$name.ctx" \
    -a 'restricted|sign|fixedtpm|fixedparent|sensitivedataorigin|userwithauth'
  tpm2_readpublic -Q -c "$name.ctx" -f tss -o "$to/ak.tpm2b"
  flush
  tpm2_quote -Q -c "$name.ctx" -l sha256:0,1 -q "$nonce" -g sha256 --scheme="$scheme" \
    -m "$to/message" -s "$to/signature.tpmt" -o "$to/pcrs.serialized"
  flush
}
primary sm2 ecc_sm2 sm2
primary sm2-p256 ecc256 sm2

# A key that signs anything, hence proves nothing about PCRs; and a certify instead of a quote.
tpm2_createprimary -Q -C o -G rsa2048:rsassa-sha256:null -c sign.ctx \
  -a 'sign|fixedtpm|fixedparent|sensitivedataorigin|userwithauth'
mkdir -p "$out/unrestricted"
tpm2_readpublic -Q -c sign.ctx -f tss -o "$out/unrestricted/ak.tpm2b"
flush
tpm2_quote -Q -c sign.ctx -l sha256:0,1 -q "$nonce" -g sha256 -m "$out/unrestricted/message" \
  -s "$out/unrestricted/signature.tpmt" -o "$out/unrestricted/pcrs.serialized"
flush
mkdir -p "$out/certify"
cp "$out/rsassa-sha256/ak.tpm2b" "$out/certify/"
tpm2_certify -Q -C rsassa-sha256.ctx -c ecdsa-p256.ctx -g sha256 -f tss -o "$out/certify/message" \
  -s "$out/certify/signature.tpmt"
flush
# Forms of the same key that openssl writes: PKCS#1, and a certificate in PEM (with text before it)
# and DER.
ak=$out/rsassa-sha256/ak
openssl rsa -pubin -in "$ak.pem" -RSAPublicKey_out -out "$ak.pkcs1.pem" 2>/dev/null
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout ca.key -out ca.pem \
  -subj "/CN=test CA" 2>/dev/null
openssl x509 -new -force_pubkey "$ak.pem" -CA ca.pem -CAkey ca.key -subj "/CN=test AK" -days 36500 \
  -text -out "$ak.crt.pem"
openssl x509 -in "$ak.crt.pem" -outform DER -out "$ak.crt.der"

# tpm2_checkquote agrees with what is here.
for name in rsassa-sha256 ecdsa-p256; do
  tpm2_checkquote -Q -u "$out/$name/ak.pem" -m "$out/$name/message" \
    -s "$out/$name/signature.tpmt" -f "$out/$name/pcrs.serialized" -q "$nonce" -g sha256
done
