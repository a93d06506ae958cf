package org.tssj.tpm12.structure.key;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret;
import static org.tssj.core.wire.Fields.secret32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.storage.PayloadType;

/**
 * TPM_MIGRATE_ASYMKEY: the private part of a key on its way between TPMs. A part of the prime is
 * kept apart from it, in the OAEP seed and padding.
 *
 * @param payload MIGRATE, or CMK_MIGRATE for a restricted-migration key
 * @param usageAuth its secret, 20 octets
 * @param pubDataDigest SHA-1 of the key's TPM_KEY without its encrypted part, 20 octets
 * @param partPrivKey the rest of the prime
 * @see "TPM 1.2 Main, Part 2, 10.8 TPM_MIGRATE_ASYMKEY"
 */
public record MigrateAsymkey(PayloadType payload, AuthValue usageAuth, Bytes pubDataDigest, AuthValue partPrivKey) {

  /** TPM_MIGRATE_ASYMKEY: payload, secret, digest, part of the prime. */
  public static final Codec<MigrateAsymkey> CODEC = struct("TPM_MIGRATE_ASYMKEY", MigrateAsymkey::new, field("payload", PayloadType.CODEC, MigrateAsymkey::payload), secret("usageAuth", 20, MigrateAsymkey::usageAuth), bytes("pubDataDigest", 20, MigrateAsymkey::pubDataDigest), secret32("partPrivKey", MigrateAsymkey::partPrivKey));
}
