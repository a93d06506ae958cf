/**
 * TPM 2.0 in the rooms of its specification: typed commands, structures, sessions.
 *
 * <p>Reaches a TPM through {@code TpmTransport} and never asks what is behind it.
 */
@SuppressWarnings("module") // the family's number ends its name
module org.tssj.tpm20 {
  requires transitive org.tssj.core;
  requires static org.jspecify;
  requires org.slf4j;

  exports org.tssj.tpm20.rc;
  exports org.tssj.tpm20.structure.algorithm;
  exports org.tssj.tpm20.structure.capability;
  exports org.tssj.tpm20.structure.constant;
  exports org.tssj.tpm20.structure.handle;
  exports org.tssj.tpm20.structure.object;
}
