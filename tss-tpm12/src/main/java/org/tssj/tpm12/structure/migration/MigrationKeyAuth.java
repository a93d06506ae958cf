package org.tssj.tpm12.structure.migration;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.key.PubKey;

/**
 * TPM_MIGRATIONKEYAUTH: the owner's consent to migrate keys to one public key, in one way. Only the
 * TPM that made it takes it.
 *
 * @param migrationKey where keys may go
 * @param migrationScheme how
 * @param digest HMAC of both with a secret of the TPM, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.5 TPM_MIGRATIONKEYAUTH"
 */
public record MigrationKeyAuth(PubKey migrationKey, MigrateScheme migrationScheme, Bytes digest) {

  /** TPM_MIGRATIONKEYAUTH: key, scheme, proof. */
  public static final Codec<MigrationKeyAuth> CODEC =
      struct(
          "TPM_MIGRATIONKEYAUTH",
          MigrationKeyAuth::new,
          field("migrationKey", PubKey.CODEC, MigrationKeyAuth::migrationKey),
          field("migrationScheme", MigrateScheme.CODEC, MigrationKeyAuth::migrationScheme),
          bytes("digest", 20, MigrationKeyAuth::digest));
}
