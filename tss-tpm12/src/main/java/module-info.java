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

  exports org.tssj.tpm12;
  exports org.tssj.tpm12.command;
  exports org.tssj.tpm12.command.admin;
  exports org.tssj.tpm12.command.audit;
  exports org.tssj.tpm12.command.auth;
  exports org.tssj.tpm12.command.capability;
  exports org.tssj.tpm12.command.context;
  exports org.tssj.tpm12.command.counter;
  exports org.tssj.tpm12.command.crypto;
  exports org.tssj.tpm12.command.daa;
  exports org.tssj.tpm12.command.delegation;
  exports org.tssj.tpm12.command.dir;
  exports org.tssj.tpm12.command.endorsement;
  exports org.tssj.tpm12.command.eviction;
  exports org.tssj.tpm12.command.identity;
  exports org.tssj.tpm12.command.integrity;
  exports org.tssj.tpm12.command.maintenance;
  exports org.tssj.tpm12.command.migration;
  exports org.tssj.tpm12.command.nv;
  exports org.tssj.tpm12.command.optin;
  exports org.tssj.tpm12.command.ownership;
  exports org.tssj.tpm12.command.session;
  exports org.tssj.tpm12.command.startup;
  exports org.tssj.tpm12.command.storage;
  exports org.tssj.tpm12.command.testing;
  exports org.tssj.tpm12.command.ticks;
  exports org.tssj.tpm12.command.transport;
  exports org.tssj.tpm12.daa;
  exports org.tssj.tpm12.identity;
  exports org.tssj.tpm12.key;
  exports org.tssj.tpm12.migration;
  exports org.tssj.tpm12.rc;
  exports org.tssj.tpm12.session;
  exports org.tssj.tpm12.structure;
  exports org.tssj.tpm12.structure.algorithm;
  exports org.tssj.tpm12.structure.attest;
  exports org.tssj.tpm12.structure.audit;
  exports org.tssj.tpm12.structure.auth;
  exports org.tssj.tpm12.structure.basic;
  exports org.tssj.tpm12.structure.capability;
  exports org.tssj.tpm12.structure.context;
  exports org.tssj.tpm12.structure.daa;
  exports org.tssj.tpm12.structure.delegation;
  exports org.tssj.tpm12.structure.handle;
  exports org.tssj.tpm12.structure.identity;
  exports org.tssj.tpm12.structure.key;
  exports org.tssj.tpm12.structure.migration;
  exports org.tssj.tpm12.structure.nv;
  exports org.tssj.tpm12.structure.pcr;
  exports org.tssj.tpm12.structure.state;
  exports org.tssj.tpm12.structure.storage;
  exports org.tssj.tpm12.structure.time;
  exports org.tssj.tpm12.structure.transport;
  exports org.tssj.tpm12.trousers;
}
