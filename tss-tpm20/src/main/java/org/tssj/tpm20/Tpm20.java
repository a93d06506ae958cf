package org.tssj.tpm20;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireWriter;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.capability.GetCapability;
import org.tssj.tpm20.command.context.ContextLoad;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.hierarchy.CreatePrimary;
import org.tssj.tpm20.command.object.Load;
import org.tssj.tpm20.command.pcr.PcrRead;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.startup.Startup;
import org.tssj.tpm20.engine.Engine;
import org.tssj.tpm20.engine.LiveSession;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.CommandExecutor;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.capability.PropertyTag;
import org.tssj.tpm20.structure.constant.StartupType;
import org.tssj.tpm20.structure.context.Context;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/**
 * A TPM 2.0: executes commands over a transport. May be shared by threads; it lets one command
 * through at a time.
 *
 * <pre>{@code
 * try (Tpm20 tpm = Tpm20.over(Transports.open("libtpms:family=2.0"))) {
 *   Bytes nonce = tpm.execute(new GetRandom(20)).randomBytes();
 * }
 * }</pre>
 */
public final class Tpm20 implements CommandExecutor, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Tpm20.class);
  private static final int ITEMS_AT_A_TIME = 256;
  private static final int PCR_ATTEMPTS = 10;

  private final TpmTransport transport;
  private final Engine engine;
  private final ReentrantLock lock = new ReentrantLock();
  private final Set<LoadedObject> loaded = new LinkedHashSet<>();

  private Tpm20(TpmTransport transport, RetryBudget retries) {
    this.transport = transport;
    this.engine = new Engine(transport, retries);
  }

  /** A TPM behind this transport, which is closed together with it. Nothing is sent yet. */
  public static Tpm20 over(TpmTransport transport) {
    return over(transport, RetryBudget.STANDARD);
  }

  /** As {@link #over(TpmTransport)}, with another patience for a TPM that says "later". */
  public static Tpm20 over(TpmTransport transport, RetryBudget retries) {
    return new Tpm20(transport, retries);
  }

  @Override
  public <R> R execute(Command<R> command, Authorization... authorizations) throws IOException {
    return engine.execute(command, authorizations);
  }

  /** The transport, for its other abilities. */
  public TpmTransport transport() {
    return transport;
  }

  /** Starts a session: say which kind, then {@link SessionBuilder#start()}. */
  public SessionBuilder startSession() {
    return new SessionBuilder(this);
  }

  /**
   * Starts the TPM if nobody has yet: TPM2_Startup(CLEAR), where "has been started" is as good as
   * done.
   *
   * @return whether it was this call that started it
   */
  public boolean startUp() throws IOException {
    try {
      execute(new Startup(StartupType.CLEAR));
      return true;
    } catch (TpmResponseException e) {
      if (e.code() == ResponseCode.INITIALIZE.value()) {
        return false;
      }
      throw e;
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
      int wanted = Math.min(length - octets.size(), 0xffff);
      Bytes some = execute(new GetRandom(wanted)).randomBytes();
      if (some.isEmpty() || some.length() > wanted) {
        throw WireException.refused(
                "must be 1 to " + wanted + " bytes", 0, Integer.toString(some.length()))
            .within("randomBytes")
            .within("TPM2_GetRandom response");
      }
      octets.bytes(some);
    }
    Bytes all = octets.toBytes();
    octets.wipe();
    return all;
  }

  /**
   * Everything a TPM tells about one capability, in as many commands as it takes.
   *
   * @param capability what is asked for
   * @param first the first item wanted, unsigned 32 bits
   * @return the answers, in the order of asking; there is at least one
   */
  public List<CapabilityData> capabilities(Capability capability, long first) throws IOException {
    List<CapabilityData> all = new ArrayList<>();
    long next = first;
    while (true) {
      GetCapability.Response answer = execute(new GetCapability(capability, next, ITEMS_AT_A_TIME));
      all.add(answer.capabilityData());
      if (!answer.moreData()) {
        return all;
      }
      long last = answer.capabilityData().last();
      if (last < next) {
        throw WireException.refused(
                "must go on after item 0x" + Long.toHexString(next),
                0,
                "more data, and none after it")
            .within("moreData")
            .within("TPM2_GetCapability response");
      }
      next = last + 1;
    }
  }

  /**
   * The TPM's properties by their tag: fixed ones from {@code TPM_PT_FIXED} (0x100) on, variable
   * ones from {@code TPM_PT_VAR} (0x200) on.
   *
   * @param first the first property wanted
   * @return values, unsigned 32 bits
   */
  public Map<PropertyTag, Long> properties(PropertyTag first) throws IOException {
    Map<PropertyTag, Long> all = new LinkedHashMap<>();
    for (CapabilityData data :
        capabilities(Capability.TPM_PROPERTIES, Integer.toUnsignedLong(first.value()))) {
      if (data instanceof CapabilityData.TpmProperties some) {
        some.properties().forEach(each -> all.put(each.property(), each.value()));
      }
    }
    return all;
  }

  /** The handles in use of one kind, for example {@code 0x80000000} for transient objects. */
  public List<Handle> handles(int firstOfKind) throws IOException {
    List<Handle> all = new ArrayList<>();
    for (CapabilityData data :
        capabilities(Capability.HANDLES, Integer.toUnsignedLong(firstOfKind))) {
      if (data instanceof CapabilityData.Handles some) {
        all.addAll(some.handles());
      }
    }
    return List.copyOf(all);
  }

  /** Which PCRs each bank has; a bank without any is not in use. */
  public List<PcrSelection> pcrAllocation() throws IOException {
    List<PcrSelection> banks = new ArrayList<>();
    for (CapabilityData data : capabilities(Capability.PCRS, 0)) {
      if (data instanceof CapabilityData.Pcrs some) {
        some.selections().stream()
            .filter(bank -> !bank.pcrSelect().octets().isZero())
            .forEach(banks::add);
      }
    }
    return List.copyOf(banks);
  }

  /**
   * Values of PCRs of any number and several banks, all of one state: when a PCR changes while they
   * are read, they are read again.
   *
   * @param selections PCRs of banks this version knows
   * @throws WireException if the TPM leaves some out, or answers what was not asked
   * @throws IllegalStateException if PCRs change faster than they can be read
   */
  public PcrValues pcrRead(List<PcrSelection> selections) throws IOException {
    for (int attempt = 0; attempt < PCR_ATTEMPTS; attempt++) {
      Optional<PcrValues> values = pcrReadOnce(selections);
      if (values.isPresent()) {
        return values.get();
      }
    }
    throw new IllegalStateException(
        "PCRs changed during each of " + PCR_ATTEMPTS + " attempts to read them together");
  }

  private Optional<PcrValues> pcrReadOnce(List<PcrSelection> selections) throws IOException {
    PcrValues values = PcrValues.NONE;
    List<PcrSelection> wanted = selections;
    long counter = -1;
    while (!wanted.isEmpty()) {
      PcrRead.Response answer = execute(new PcrRead(wanted));
      if (counter >= 0 && counter != answer.pcrUpdateCounter()) {
        return Optional.empty();
      }
      counter = answer.pcrUpdateCounter();
      PcrValues some = valuesOf(answer);
      List<PcrSelection> left = without(wanted, some);
      if (some.isEmpty() || left.equals(wanted)) {
        throw WireException.refused("must have some of the PCRs " + wanted, 0, some.toString())
            .within("pcrSelectionOut")
            .within("TPM2_PCR_Read response");
      }
      values = values.with(some);
      wanted = left;
    }
    return Optional.of(values);
  }

  private static PcrValues valuesOf(PcrRead.Response answer) {
    PcrValues values = PcrValues.NONE;
    int next = 0;
    try {
      for (PcrSelection selection : answer.pcrSelectionOut()) {
        Bank bank = bankOf(selection);
        for (int index : selection.pcrSelect().indices()) {
          values = values.with(bank, index, answer.pcrValues().get(next++));
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw WireException.refused(
              "must be the values of " + answer.pcrSelectionOut(),
              0,
              "something else: " + e.getMessage())
          .within("pcrValues")
          .within("TPM2_PCR_Read response");
    }
    return values;
  }

  private static Bank bankOf(PcrSelection selection) {
    return Bank.of(selection.hash().value())
        .orElseThrow(
            () -> new IllegalArgumentException("no size is known of bank " + selection.hash()));
  }

  private static List<PcrSelection> without(List<PcrSelection> wanted, PcrValues read) {
    List<PcrSelection> left = new ArrayList<>();
    for (PcrSelection selection : wanted) {
      Bank bank = bankOf(selection);
      int[] missing =
          selection.pcrSelect().indices().stream()
              .filter(index -> read.get(bank, index).isEmpty())
              .mapToInt(Integer::intValue)
              .toArray();
      if (missing.length > 0) {
        left.add(PcrSelection.of(bank, missing));
      }
    }
    return left;
  }

  /**
   * The handle with the Name of what it stands for now, as HMAC sessions need it.
   *
   * <p>The TPM is asked, and the Name is compared with the public area. That proves the two fit,
   * not that this is the object you mean: compare the Name with one you know where that matters.
   *
   * @param object a loaded or persistent object
   * @throws TpmAuthenticityException if Name and public area do not fit
   */
  public Handle name(Handle object) throws IOException {
    return LoadedObject.existing(this, object).handle();
  }

  /**
   * Makes a primary object, which {@link LoadedObject#close()} flushes.
   *
   * @param hierarchy TPM_RH_OWNER, TPM_RH_ENDORSEMENT, TPM_RH_PLATFORM or TPM_RH_NULL
   * @param template what it shall be
   * @param userAuth the new object's auth value
   * @param authorizations for the hierarchy, then further sessions
   */
  public LoadedObject createPrimary(
      Handle hierarchy, Public template, AuthValue userAuth, Authorization... authorizations)
      throws IOException {
    CreatePrimary.Response made =
        execute(
            new CreatePrimary(
                hierarchy,
                new SensitiveCreate(userAuth, AuthValue.EMPTY),
                template,
                Bytes.EMPTY,
                List.of()),
            authorizations);
    return opened(made.object(), made.outPublic());
  }

  /**
   * Loads an object, which {@link LoadedObject#close()} flushes.
   *
   * @param parent the storage key it was made under
   * @param privateArea TPM2B_PRIVATE without its size
   * @param publicArea its public area
   * @param authorizations for the parent, then further sessions
   */
  public LoadedObject load(
      Handle parent, Bytes privateArea, Public publicArea, Authorization... authorizations)
      throws IOException {
    Load.Response answer = execute(new Load(parent, privateArea, publicArea), authorizations);
    // The Name is computed from what we asked to load, so that a changed answer cannot swap
    // objects.
    return opened(answer.objectHandle().named(publicArea.name()), publicArea);
  }

  /**
   * TPM2_ContextLoad: brings an object back that was saved, which {@link LoadedObject#close()}
   * flushes; what was saved can be brought back again.
   *
   * @param context what TPM2_ContextSave answered, since the TPM's last reset
   * @throws TpmAuthenticityException if Name and public area do not fit
   */
  public LoadedObject loadSaved(Context context) throws IOException {
    Handle handle = execute(new ContextLoad(context)).loadedHandle();
    boolean done = false;
    try {
      LoadedObject there = LoadedObject.existing(this, handle);
      done = true;
      return opened(there.handle(), there.publicArea());
    } finally {
      if (!done) {
        flushQuietly(handle);
      }
    }
  }

  private LoadedObject opened(Handle handle, Public publicArea) {
    LoadedObject object = new LoadedObject(this, handle, publicArea);
    lock.lock();
    try {
      loaded.add(object);
    } finally {
      lock.unlock();
    }
    return object;
  }

  void closed(LoadedObject object) {
    lock.lock();
    try {
      loaded.remove(object);
    } finally {
      lock.unlock();
    }
  }

  void opened(LiveSession policySession) {
    engine.opened(policySession);
  }

  void flushQuietly(Handle handle) {
    try {
      execute(new FlushContext(handle));
    } catch (IOException | TpmException | WireException e) {
      leftBehind(handle, e);
    }
  }

  /** What could not be flushed is said, not thrown: it happens while something else ends. */
  void leftBehind(Handle handle, Exception reason) {
    LOG.warn("{} could not be flushed and may be left in the TPM: {}", handle, reason.toString());
  }

  /** Flushes the objects that are still loaded through it and closes the transport. */
  @Override
  public void close() throws IOException {
    List<LoadedObject> left;
    lock.lock();
    try {
      left = List.copyOf(loaded);
    } finally {
      lock.unlock();
    }
    left.forEach(LoadedObject::close);
    transport.close();
  }
}
