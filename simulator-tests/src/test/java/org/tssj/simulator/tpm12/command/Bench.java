package org.tssj.simulator.tpm12.command;

import java.io.IOException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.state.PresenceFlags;

/**
 * An owned TPM with a few loaded keys, and what the commands of these cases need. {@link #reset}
 * puts it back to how it was.
 */
final class Bench implements AutoCloseable {

  static final AuthValue OWNER = Secret.ofPassword("owner");
  static final AuthValue WELL_KNOWN = Secret.wellKnown();

  /** The secret of whatever has one here and is not the owner. */
  static final AuthValue SECRET = Secret.ofPassword("secret");

  static final AuthValue WRONG = Secret.ofPassword("wrong");
  static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff01234567");
  static final Bytes DIGEST = Bytes.hex("a9993e364706816aba3e25717850c26c9cd0d89d");

  /** A handle with nothing behind it. */
  static final Handle NOTHING = new Handle(0x0bad_0bad);

  private final Wire wire;
  private final Tpm12 tpm;
  private final PubKey endorsementKey;
  private final PubKey srk;
  private final TpmKey signing;
  private final TpmKey storage;
  private final TpmKey identity;
  private final Handle signingHandle;
  private final Handle storageHandle;
  private final Handle identityHandle;
  private final KeyPair software;
  private final TpmState state;
  private final TpmState outOfTheBox;

  Bench() throws Exception {
    wire = new Wire(Transports.open("libtpms:family=1.2"));
    tpm = Tpm12.over(wire);
    if (!tpm.enable().isOn()) {
      powerCycle();
      tpm.startUp();
    }
    outOfTheBox = wire.ability(StateControl.class).orElseThrow().saveState();
    endorsementKey = tpm.endorsement().readOrCreate();
    tpm.ownership().take(OWNER, WELL_KNOWN);
    srk = execute(new OwnerReadInternalPub(Handle.SRK), owner()).publicPortion();
    signing = create(KeyTemplates.signing(1024));
    storage = create(KeyTemplates.storage());
    identity =
        execute(
                new MakeIdentity(SECRET, DIGEST, KeyTemplates.identity()),
                Authorization.oiap(WELL_KNOWN),
                ownerOsap())
            .idKey();
    signingHandle = load(signing);
    storageHandle = load(storage);
    identityHandle = load(identity);
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    software = generator.generateKeyPair();
    state = wire.ability(StateControl.class).orElseThrow().saveState();
  }

  /** Puts the TPM back to how it was at the beginning. */
  void reset() throws IOException {
    locality(0);
    wire.ability(StateControl.class).orElseThrow().restoreState(state);
    wire.forget();
  }

  /** Makes it one that is on and has neither an endorsement key nor an owner. */
  void asItCameOutOfTheBox() throws IOException {
    wire.ability(StateControl.class).orElseThrow().restoreState(outOfTheBox);
  }

  /** Speaks from another locality, until {@link #reset}. */
  void locality(int locality) throws IOException {
    wire.ability(Locality.class).orElseThrow().setLocality(locality);
  }

  Wire wire() {
    return wire;
  }

  Tpm12 tpm() {
    return tpm;
  }

  <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    return tpm.execute(command, authorizations);
  }

  /** Proof of the owner's secret. */
  static Authorization owner() {
    return Authorization.oiap(OWNER);
  }

  /** The same, for commands with new secrets. */
  static Authorization ownerOsap() {
    return Authorization.osap(Handle.OWNER, OWNER);
  }

  /** Proof of a secret that nobody has. */
  static Authorization wrong() {
    return Authorization.oiap(WRONG);
  }

  /** Proof of the storage root key's secret. */
  static Authorization root() {
    return Authorization.oiap(WELL_KNOWN);
  }

  /** The same, for commands with new secrets. */
  static Authorization rootOsap() {
    return Authorization.osap(Handle.SRK, WELL_KNOWN);
  }

  /** Proof of the secret of whatever has one here. */
  static Authorization secret() {
    return Authorization.oiap(SECRET);
  }

  PubKey endorsementKey() {
    return endorsementKey;
  }

  PubKey srk() {
    return srk;
  }

  /** A signing key of 1024 bits below the storage root key, with {@link #SECRET}. */
  TpmKey signing() {
    return signing;
  }

  Handle signingHandle() {
    return signingHandle;
  }

  /** A storage key below the storage root key, with {@link #SECRET}. */
  TpmKey storage() {
    return storage;
  }

  Handle storageHandle() {
    return storageHandle;
  }

  /** An attestation identity key, used without a secret. */
  TpmKey identity() {
    return identity;
  }

  Handle identityHandle() {
    return identityHandle;
  }

  /** A key of ours, outside the TPM. */
  KeyPair software() {
    return software;
  }

  /** That key as one that encrypts. */
  PubKey softwareThatEncrypts() {
    return PubKey.of(
        (RSAPublicKey) software.getPublic(), EncScheme.RSAESOAEP_SHA1_MGF1, SigScheme.NONE);
  }

  /** That key as one that signs. */
  PubKey softwareThatSigns() {
    return PubKey.of(
        (RSAPublicKey) software.getPublic(), EncScheme.NONE, SigScheme.RSASSAPKCS1V15_SHA1);
  }

  static SecureRandom random() {
    return new SecureRandom();
  }

  /** A key below the storage root key, with {@link #SECRET} for use and migration. */
  TpmKey create(TpmKey template) throws IOException {
    return execute(new CreateWrapKey(Handle.SRK, SECRET, SECRET, template), rootOsap())
        .wrappedKey();
  }

  Handle load(TpmKey key) throws IOException {
    return execute(new LoadKey2(Handle.SRK, key), root()).keyHandle();
  }

  /** Says by software that somebody is there. */
  void presence() throws IOException {
    execute(new PhysicalPresence(PresenceFlags.CMD_ENABLE));
    execute(new PhysicalPresence(PresenceFlags.PRESENT));
  }

  /** Takes the power away and gives it again; the TPM is not started. */
  void powerCycle() throws IOException {
    wire.ability(PowerControl.class).orElseThrow().powerCycle();
  }

  @Override
  public void close() throws IOException {
    tpm.close();
  }
}
