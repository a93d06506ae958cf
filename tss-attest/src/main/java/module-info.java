/**
 * Meaning: predictions, quotes, logs, verdicts. Reaches no TPM and needs none.
 *
 * <p>A verifying server carries this module and the structures of both families, and opens no
 * device.
 */
module org.tssj.attest {
  requires transitive org.tssj.core;
  requires static transitive org.jspecify;

  exports org.tssj.attest;
  exports org.tssj.attest.file;
  exports org.tssj.attest.predict;
}
