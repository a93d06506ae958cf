package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.storage.PayloadType;

/**
 * TPM_STORE_ASYMKEY: the private part of a key, which stands encrypted under the parent in {@link
 * TpmKey#encData}. Outside a TPM it exists only while a key of other software is wrapped.
 *
 * @param payload what kind of key it is: TPM_PT_ASYM for one that any TPM may have made
 * @param usageAuth the key's secret, 20 octets
 * @param migrationAuth the secret that lets it migrate, 20 octets; the TPM's own where it cannot
 * @param pubDataDigest SHA-1 of the TPM_KEY or TPM_KEY12 up to and with its public part, 20 octets
 * @param privKey TPM_STORE_PRIVKEY: one of the two primes, big-endian, without its length
 * @see "TPM 1.2 Main, Part 2, 10.6 TPM_STORE_ASYMKEY"
 */
public record StoreAsymkey(
    PayloadType payload,
    AuthValue usageAuth,
    AuthValue migrationAuth,
    Bytes pubDataDigest,
    AuthValue privKey) {

  /** TPM_STORE_ASYMKEY: 61 octets, length of the prime, prime. */
  public static final Codec<StoreAsymkey> CODEC =
      struct(
          "TPM_STORE_ASYMKEY",
          StoreAsymkey::new,
          field("payload", PayloadType.CODEC, StoreAsymkey::payload),
          secret("usageAuth", Secret.SIZE, StoreAsymkey::usageAuth),
          secret("migrationAuth", Secret.SIZE, StoreAsymkey::migrationAuth),
          bytes("pubDataDigest", 20, StoreAsymkey::pubDataDigest),
          secret32("privKey", StoreAsymkey::privKey));
}
