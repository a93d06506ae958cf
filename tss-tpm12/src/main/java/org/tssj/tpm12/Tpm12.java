package org.tssj.tpm12;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.capability.GetCapability;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.startup.Startup;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.engine.Engine;
import org.tssj.tpm12.key.KeySlots;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.CommandExecutor;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.session.TransportParameters;
import org.tssj.tpm12.session.TransportSession;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.state.StartupType;

/**
 * A TPM 1.2: executes commands over a transport. May be shared by threads; it lets one command
 * through at a time.
 *
 * <pre>{@code
 * try (Tpm12 tpm = Tpm12.over(Transports.open("libtpms:family=1.2"))) {
 *   PubKey endorsementKey = tpm.endorsement().read();
 *   tpm.ownership().take(Secret.ofPassword(password), Secret.wellKnown());
 * }
 * }</pre>
 */
public final class Tpm12 implements CommandExecutor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tpm12.class);
  private static final int MOST_RANDOM_AT_A_TIME = 2048;
  private static final int READS_BEFORE_GIVING_UP = 10;

  private final TpmTransport transport;
  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<LoadedKey> loaded = new LinkedHashSet<>();
  private final KeySlots slots = new KeySlots(this, this::oiap);

  private Tpm12(TpmTransport transport, RetryBudget retries, SecureRandom random) {
    this.transport = transport;
    this.engine = new Engine(transport, retries, random);
  }

  /** A TPM behind this transport, which is closed together with it. Nothing is sent yet. */
  public static Tpm12 over(TpmTransport transport) {
    return over(transport, RetryBudget.STANDARD);
  }

  /** As {@link #over(TpmTransport)}, with another patience for a TPM that says "later". */
  public static Tpm12 over(TpmTransport transport, RetryBudget retries) {
    return over(transport, retries, new SecureRandom());
  }

  /** As {@link #over(TpmTransport, RetryBudget)}, with nonces from somewhere else. */
  static Tpm12 over(TpmTransport transport, RetryBudget retries, SecureRandom random) {
    return new Tpm12(transport, retries, random);
  }

  @Override
  public <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    return engine.execute(command, authorizations);
  }

  /** The transport, for its other abilities. */
  public TpmTransport transport() {
    return transport;
  }

  /** Opens an OIAP session: for any entity whose secret is known. */
  public Session oiap() throws IOException {
    return engine.openOiap();
  }

  /**
   * Opens an OSAP session for the owner or a loaded key.
   *
   * @param entity TPM_KH_OWNER for the owner, else the handle of a key
   * @param secret of the entity, 20 octets; a copy is kept until the session is closed
   */
  public Session osap(Handle entity, AuthValue secret) throws IOException {
    return osap(
        entity.equals(Handle.OWNER) ? EntityType.OWNER : EntityType.KEYHANDLE,
        entity.value(),
        secret);
  }

  /**
   * Opens an OSAP session.
   *
   * @param entityType what kind of entity, and how new secrets are encrypted
   * @param entityValue which one: a handle, an NV index, a counter's number
   * @param secret of the entity, 20 octets; a copy is kept until the session is closed
   */
  public Session osap(EntityType entityType, int entityValue, AuthValue secret) throws IOException {
    return engine.openOsap(entityType, entityValue, secret);
  }

  /**
   * Opens a DSAP session: for what somebody delegated.
   *
   * @param delegation what {@code Authorization.dsap(...)} makes; a copy of its secret is kept until
   *     the session is closed
   */
  public Session dsap(Authorization.Dsap delegation) throws IOException {
    return engine.openDsap(
        delegation.entityType(), delegation.key(), delegation.entityValue(), delegation.secret());
  }

  /**
   * Opens a transport session, through which commands are executed encrypted, logged or without
   * anything in between.
   *
   * @param forKey for the key that the session's secret is encrypted for; none if it has no secret,
   *     or nothing is encrypted
   */
  public TransportSession transport(TransportParameters parameters, Authorization... forKey)
      throws IOException {
    return engine.openTransport(parameters, this::loadedPublicKey, forKey);
  }

  private Optional<PubKey> loadedPublicKey(Handle handle) {
    lock.lock();
    try {
      return loaded.stream()
          .filter(key -> key.handle().equals(handle))
          .map(key -> key.key().toPubKey())
          .findFirst();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Starts the TPM if nobody has yet: TPM_Startup(ST_CLEAR), where "has been started" is as good as
   * done.
   *
   * @return whether it was this call that started it
   */
  public boolean startUp() throws IOException {
    try {
      execute(new Startup(StartupType.CLEAR));
      return true;
    } catch (TpmResponseException e) {
      if (e.code() == ResultCode.INVALID_POSTINIT.code()) {
        return false;
      }
      throw e;
    }
  }

  /** Asks the TPM about itself. */
  public <T> T capability(Capability<T> question) throws IOException {
    Bytes answer = execute(GetCapability.of(question)).resp();
    try {
      return question.answer().decode(answer);
    } catch (WireException e) {
      throw e.within("resp").within("TPM_GetCapability response");
    }
  }

  /**
   * Octets from the TPM's generator, in as many commands as it takes.
   *
   * @param length how many, 0 or more
   */
  public Bytes random(int length) throws IOException {
    WireWriter octets = new WireWriter(length);
    while (octets.size() < length) {
      int wanted = Math.min(length - octets.size(), MOST_RANDOM_AT_A_TIME);
      Bytes some = execute(new GetRandom(wanted)).randomBytes();
      if (some.isEmpty() || some.length() > wanted) {
        throw WireException.refused(
                "must be 1 to " + wanted + " bytes", 0, Integer.toString(some.length()))
            .within("randomBytes")
            .within("TPM_GetRandom response");
      }
      octets.bytes(some);
    }
    Bytes all = octets.toBytes();
    octets.wipe();
    return all;
  }

  /**
   * Reads PCRs. A TPM 1.2 reads one at a time, so all are read until two rounds agree: then they
   * stood so together.
   *
   * @param indices which PCRs
   * @throws IllegalStateException if they change all the time
   */
  public PcrValues pcrRead(int... indices) throws IOException {
    PcrValues before = pcrsOneByOne(indices);
    for (int k = 0; k < READS_BEFORE_GIVING_UP; k++) {
      PcrValues now = pcrsOneByOne(indices);
      if (now.equals(before)) {
        return now;
      }
      before = now;
    }
    throw new IllegalStateException(
        "PCRs changed between " + READS_BEFORE_GIVING_UP + " rounds of reading them");
  }

  private PcrValues pcrsOneByOne(int... indices) throws IOException {
    PcrValues values = PcrValues.NONE;
    for (int index : indices) {
      values = values.with(Bank.SHA1, index, execute(new PcrRead(index)).outDigest());
    }
    return values;
  }

  /**
   * Loads a key, which {@link LoadedKey#close()} flushes.
   *
   * @param parent the storage key it is wrapped under
   * @param key the key
   * @param authorizations for the parent; none if that has no secret
   */
  public LoadedKey load(Handle parent, TpmKey key, Authorization... authorizations)
      throws IOException {
    Handle handle = execute(new LoadKey2(parent, key), authorizations).keyHandle();
    LoadedKey opened = new LoadedKey(this, handle, key);
    lock.lock();
    try {
      loaded.add(opened);
    } finally {
      lock.unlock();
    }
    return opened;
  }

  /**
   * The storage root key, below which all other keys are opened. Nothing is sent: whether the
   * secret is right shows at its first use.
   *
   * @param secret its secret, 20 octets; mostly {@code Secret.wellKnown()}
   */
  public OpenKey storageRootKey(AuthValue secret) {
    return slots.storageRootKey(secret);
  }

  /** The endorsement key. */
  public Endorsement endorsement() {
    return new Endorsement(this);
  }

  /** The storage root key as its owner has it. */
  public StorageRoot storageRoot() {
    return new StorageRoot(this);
  }

  /** Switching on and off. */
  public OptIn optIn() {
    return new OptIn(this);
  }

  /** Physical presence. */
  public Presence presence() {
    return new Presence(this);
  }

  /** Dictionary-attack protection. */
  public Lockout lockout() {
    return new Lockout(this);
  }

  /** The TPM's tests of itself. */
  public SelfTest selfTest() {
    return new SelfTest(this);
  }

  /** Non-volatile storage. */
  public NvStorage nv() {
    return new NvStorage(this);
  }

  /** Taking and giving up ownership. */
  public Ownership ownership() {
    return new Ownership(this);
  }

  /**
   * Enables and activates the TPM through physical presence, as far as it is not.
   *
   * @return the state afterwards; it says whether the TPM has to be powered off and on
   * @throws TpmResponseException if presence cannot be said by command (TPM_BAD_PRESENCE)
   */
  public Enablement enable() throws IOException {
    return Enablement.enable(this);
  }

  void closed(LoadedKey key) {
    lock.lock();
    try {
      loaded.remove(key);
    } finally {
      lock.unlock();
    }
  }

  void flushQuietly(Handle key) {
    try {
      execute(new FlushSpecific(key, ResourceType.KEY));
    } catch (IOException | TpmException | WireException e) {
      // What could not be flushed is said, not thrown: it happens while something else ends.
      LOG.warn("{} could not be flushed and may be left in the TPM: {}", key, e.toString());
    }
  }

  /** Flushes the keys and sessions that are still open through it and closes the transport. */
  @Override
  public void close() throws IOException {
    List<LoadedKey> left;
    lock.lock();
    try {
      left = List.copyOf(loaded);
    } finally {
      lock.unlock();
    }
    left.forEach(LoadedKey::close);
    slots.close();
    engine.close();
    transport.close();
  }
}
