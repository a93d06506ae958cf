/**
 * Meaning: predictions, quotes, logs, verdicts. Reaches no TPM and needs none.
 *
 * <p>A verifying server carries this module and the structures of both families, and opens no
 * device.
 */
module org.tssj.attest {
  requires transitive org.tssj.core;
  requires transitive org.tssj.tpm12;
  requires transitive org.tssj.tpm20;
  requires com.fasterxml.jackson.core;
  requires org.bouncycastle.pkix;
  requires org.bouncycastle.provider;
  requires static org.jspecify;

  exports org.tssj.attest;
  exports org.tssj.attest.appraise;
  exports org.tssj.attest.eventlog;
  exports org.tssj.attest.eventlog.check;
  exports org.tssj.attest.eventlog.data;
  exports org.tssj.attest.eventlog.whatif;
  exports org.tssj.attest.evidence;
  exports org.tssj.attest.file;
  exports org.tssj.attest.identity.ca;
  exports org.tssj.attest.identity.certificate;
  exports org.tssj.attest.identity.chain;
  exports org.tssj.attest.identity.platform;
  exports org.tssj.attest.identity.registration;
  exports org.tssj.attest.ima;
  exports org.tssj.attest.ima.policy;
  exports org.tssj.attest.ima.xattr;
  exports org.tssj.attest.json;
  exports org.tssj.attest.manifest;
  exports org.tssj.attest.predict;
  exports org.tssj.attest.quote;
  exports org.tssj.attest.report;
  exports org.tssj.attest.txt;
}
