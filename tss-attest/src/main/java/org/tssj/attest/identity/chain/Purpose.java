package org.tssj.attest.identity.chain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.attest.asn1.TcgOid;

/** What the key of a certificate is used for. */
public enum Purpose {
  /** An endorsement key: it decrypts what is meant for one TPM. */
  ENDORSEMENT(TcgOid.EK_CERTIFICATE.getId()),
  /** An attestation key: it signs what a TPM says. */
  ATTESTATION(TcgOid.AIK_CERTIFICATE.getId()),
  /** An authority: it issues certificates. */
  AUTHORITY(null),
  /** A key that signs attribute certificates or whatever else. */
  SIGNING(null);

  private final Optional<String> oid;

  Purpose(@Nullable String oid) {
    this.oid = Optional.ofNullable(oid);
  }

  /** What extKeyUsage has to name; empty if nothing. */
  Optional<String> oid() {
    return oid;
  }
}
