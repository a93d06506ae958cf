package org.tssj.attest.file;

/** x. */
public final class AttestationPublicKeyFile {
  private AttestationPublicKeyFile() {}
}
