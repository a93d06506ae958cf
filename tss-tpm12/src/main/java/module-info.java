/**
 * TPM 1.2 in the rooms of its specification: typed commands, structures, sessions.
 *
 * <p>Reaches a TPM through {@code TpmTransport} and never asks what is behind it.
 */
@SuppressWarnings("module") // the family's number ends its name
module org.tssj.tpm12 {
  requires transitive org.tssj.core;
  requires static org.jspecify;
  requires org.slf4j;

  exports org.tssj.tpm12.structure.algorithm;
  exports org.tssj.tpm12.structure.attest;
  exports org.tssj.tpm12.structure.auth;
  exports org.tssj.tpm12.structure.basic;
  exports org.tssj.tpm12.structure.handle;
  exports org.tssj.tpm12.structure.key;
  exports org.tssj.tpm12.structure.pcr;
  exports org.tssj.tpm12.structure.state;
  exports org.tssj.tpm12.structure.storage;
}
