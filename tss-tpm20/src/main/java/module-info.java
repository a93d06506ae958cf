/**
 * TPM 2.0 in the rooms of its specification: typed commands, structures, sessions.
 *
 * <p>Reaches a TPM through {@code TpmTransport} and never asks what is behind it.
 */
@SuppressWarnings("module") // the family's number ends its name
module org.tssj.tpm20 {
  requires transitive org.tssj.core;
  requires static org.bouncycastle.provider;
  requires static org.jspecify;
  requires org.slf4j;

  exports org.tssj.tpm20;
  exports org.tssj.tpm20.command;
  exports org.tssj.tpm20.command.asymmetric;
  exports org.tssj.tpm20.command.attached;
  exports org.tssj.tpm20.command.audit;
  exports org.tssj.tpm20.command.clock;
  exports org.tssj.tpm20.command.duplication;
  exports org.tssj.tpm20.command.ephemeral;
  exports org.tssj.tpm20.command.lockout;
  exports org.tssj.tpm20.command.management;
  exports org.tssj.tpm20.command.nv;
  exports org.tssj.tpm20.command.sequence;
  exports org.tssj.tpm20.command.symmetric;
  exports org.tssj.tpm20.command.timer;
  exports org.tssj.tpm20.command.upgrade;
  exports org.tssj.tpm20.command.vendor;
  exports org.tssj.tpm20.command.attestation;
  exports org.tssj.tpm20.command.capability;
  exports org.tssj.tpm20.command.context;
  exports org.tssj.tpm20.command.hierarchy;
  exports org.tssj.tpm20.command.object;
  exports org.tssj.tpm20.command.pcr;
  exports org.tssj.tpm20.command.policy;
  exports org.tssj.tpm20.command.random;
  exports org.tssj.tpm20.command.session;
  exports org.tssj.tpm20.command.signing;
  exports org.tssj.tpm20.command.startup;
  exports org.tssj.tpm20.command.testing;
  exports org.tssj.tpm20.crypto;
  exports org.tssj.tpm20.file;
  exports org.tssj.tpm20.key;
  exports org.tssj.tpm20.policy;
  exports org.tssj.tpm20.protection;
  exports org.tssj.tpm20.rc;
  exports org.tssj.tpm20.session;
  exports org.tssj.tpm20.structure;
  exports org.tssj.tpm20.structure.algorithm;
  exports org.tssj.tpm20.structure.attest;
  exports org.tssj.tpm20.structure.auth;
  exports org.tssj.tpm20.structure.capability;
  exports org.tssj.tpm20.structure.constant;
  exports org.tssj.tpm20.structure.context;
  exports org.tssj.tpm20.structure.handle;
  exports org.tssj.tpm20.structure.nv;
  exports org.tssj.tpm20.structure.object;
  exports org.tssj.tpm20.structure.pcr;
  exports org.tssj.tpm20.template;
}
